using DslNet.Benchmarks.Measuring;

namespace DslNet.Benchmarks.Compare;

/// <summary>A row a peer and job: microseconds a call.</summary>
internal static class CsvReport
{
    public const string Header = "peer,workload,batch,threads,metric,min,median,max";

    public static IEnumerable<string> Rows(Outcome outcome) => outcome.Timings.Select(each => Row(each.Key, outcome, each.Value));

    private static string Row(string peer, Outcome outcome, Timing timing) =>
        $"{peer},{outcome.Job.Workload},{outcome.Job.Batch},{outcome.Job.Threads},{outcome.Job.Metric},{timing.Min:0.####},{timing.Median:0.####},{timing.Max:0.####}";
}
