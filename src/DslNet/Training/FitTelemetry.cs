using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DslNet;

/// <summary>
/// What a training tells to whoever listens by System.Diagnostics: dotnet-counters, OpenTelemetry. The meter and the source of activities are both called <c>DslNet</c>. Where nobody listens it costs a comparison per value.
/// </summary>
internal sealed class FitTelemetry : IDisposable
{
    private const string Name = "DslNet";

    private static readonly Meter s_meter = new(Name);

    private static readonly ActivitySource s_activities = new(Name);

    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("dslnet.fit.steps", "{step}", "Steps of optimizers.");

    private static readonly Counter<long> s_samples = s_meter.CreateCounter<long>("dslnet.fit.samples", "{sample}", "Samples that networks were trained on.");

    private static readonly Gauge<double> s_loss = s_meter.CreateGauge<double>("dslnet.fit.loss", null, "The mean loss of the last batch.");

    private static readonly Gauge<double> s_learningRate = s_meter.CreateGauge<double>("dslnet.fit.learning_rate", null, "The learning rate of the last step.");

    private static readonly Gauge<double> s_validationLoss = s_meter.CreateGauge<double>("dslnet.fit.validation.loss", null, "The mean loss of the last validation.");

    private static readonly Gauge<double> s_validationAccuracy = s_meter.CreateGauge<double>("dslnet.fit.validation.accuracy", null, "The accuracy of the last validation.");

    private readonly KeyValuePair<string, object?> _network;
    private readonly Activity? _fit;

    /// <summary>A training begins.</summary>
    public FitTelemetry(INetwork network, FitOptions options, Dataset train)
    {
        _network = new("dslnet.network", network.Description.Name);
        _fit = s_activities.StartActivity("fit");
        _fit?.SetTag(_network.Key, _network.Value).SetTag("dslnet.epochs", options.Epochs).SetTag("dslnet.batch_size", options.BatchSize)
            .SetTag("dslnet.samples", train.Count).SetTag("dslnet.optimizer", options.Optimizer.GetType().Name);
    }

    /// <summary>An epoch begins; it lasts until what is returned is disposed.</summary>
    public static Activity? BeginEpoch(int epoch) => s_activities.StartActivity("epoch")?.SetTag("dslnet.epoch", epoch);

    /// <summary>A batch was seen.</summary>
    public void EndBatch(int samples, bool isStep, float loss, float learningRate)
    {
        if (isStep)
            s_steps.Add(1, _network);
        s_samples.Add(samples, _network);
        s_loss.Record(loss, _network);
        s_learningRate.Record(learningRate, _network);
    }

    /// <summary>An epoch is over.</summary>
    public void EndEpoch(Activity? epoch, EpochResult result)
    {
        epoch?.SetTag("dslnet.loss", result.Loss);
        if (result.ValidationLoss is { } loss)
        {
            epoch?.SetTag("dslnet.validation.loss", loss);
            s_validationLoss.Record(loss, _network);
        }

        if (result.ValidationAccuracy is { } accuracy)
        {
            epoch?.SetTag("dslnet.validation.accuracy", accuracy);
            s_validationAccuracy.Record(accuracy, _network);
        }
    }

    /// <summary>The training is over, one way or the other.</summary>
    public void Dispose() => _fit?.Dispose();
}
