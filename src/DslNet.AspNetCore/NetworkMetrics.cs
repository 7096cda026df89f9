using System.Diagnostics.Metrics;

namespace DslNet.AspNetCore;

/// <summary>What a service tells by the meter <c>DslNet</c>.</summary>
internal static class NetworkMetrics
{
    private static readonly Meter s_meter = new("DslNet");

    private static readonly Counter<long> s_samples = s_meter.CreateCounter<long>("dslnet.predict.samples", "{sample}", "Samples whose outputs were computed for requests.");

    private static readonly Histogram<int> s_batch = s_meter.CreateHistogram<int>("dslnet.predict.batch_size", "{sample}", "Samples that were computed at once.");

    private static readonly Counter<long> s_loads = s_meter.CreateCounter<long>("dslnet.network.reloads", "{load}", "Changed files, with dslnet.succeeded: whether they became the network that answers.");

    public static void Predicted(INetwork network, int samples)
    {
        KeyValuePair<string, object?> tag = NameOf(network);
        s_samples.Add(samples, tag);
        s_batch.Record(samples, tag);
    }

    public static void Loaded(INetwork network, bool succeeded) => s_loads.Add(1, NameOf(network), new("dslnet.succeeded", succeeded));

    private static KeyValuePair<string, object?> NameOf(INetwork network) => new("dslnet.network", network.Description.Name);
}
