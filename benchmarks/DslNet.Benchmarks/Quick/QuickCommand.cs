using System.CommandLine;
using DslNet.Benchmarks.Limits;
using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Quick;

/// <summary>Times all workloads on one core and prints them as CSV, with the machine's limits of the same run.</summary>
internal static class QuickCommand
{
    private const string Peer = "dslnet";

    public static Command Create()
    {
        var workload = new Option<string[]>("--workload") { Description = "Workloads to measure; all unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        workload.AcceptOnlyFromAmong([.. Workload.All.Select(each => each.Name)]);
        var rounds = new Option<int>("--rounds") { Description = "How often each case is repeated.", DefaultValueFactory = _ => 60 };
        rounds.MustBePositive();
        var command = new Command("quick", "Prints microseconds a call as CSV, pinned to one core, beside the machine's limits.") { workload, rounds };
        command.SetAction(arguments => Run(arguments.GetValue(workload) ?? [], arguments.GetValue(rounds)));
        return command;
    }

    private static void Run(string[] names, int rounds)
    {
        NetworkThreads.Count = 1;
        var session = new Session();
        var limits = new MachineLimits(session);
        Measurement[] measurements =
        [
            .. Workload.All.Where(workload => names.Length == 0 || names.Contains(workload.Name))
                .SelectMany(workload => Measurement.Of(workload, session)),
        ];
        session.Run(rounds);

        WriteLimits(limits, session.Core);
        Console.WriteLine("peer,workload,batch,threads,metric,min,median,max");
        foreach (Measurement measurement in measurements)
        {
            Timing timing = session.Of(measurement.Case);
            Console.WriteLine($"{Peer},{measurement.Workload},{measurement.Batch},1,{measurement.Metric},{Time(timing.Min)},{Time(timing.Median)},{Time(timing.Max)}");
        }

        foreach (Measurement measurement in measurements)
            WriteSummary(measurement, session, limits.Peak);
    }

    private static void WriteLimits(MachineLimits limits, int core)
    {
        string where = core < 0 ? "not pinned to a core" : $"pinned to core {core}";
        string peaks = string.Join(", ", limits.Peaks.Select(peak => $"{peak.GigaFlops:F1} GFLOP/s ({peak.Name})"));
        Console.WriteLine($"# One thread, {where}. FMA peak: {peaks}. Second-level cache, read: {limits.SecondLevelBandwidth:F0} GB/s.");
    }

    private static void WriteSummary(Measurement measurement, Session session, double peak)
    {
        Timing timing = session.Of(measurement.Case);
        double other = session.Of(measurement.Other).Median;
        double share = 2e-3 * measurement.MultiplyAdds / timing.Median / peak;
        string note = measurement.Metric == Measurement.Train
            ? $"; {other:F2} us of the step are Adam"
            : measurement.Batch == 1 ? $"; reading the weights once takes {other:F3} us" : "";
        string disturbed = timing.IsDisturbed ? $"; {timing.Total - timing.Kept} of {timing.Total} {(timing.Total == 1 ? "repeat" : "repeats")} disturbed" : "";
        Console.WriteLine(
            $"# {measurement.Workload} {measurement.Metric} B={measurement.Batch}: {Time(timing.Median / measurement.Batch)} us/sample, {share:P0} of the FMA peak measured in this run ({peak:F0} GFLOP/s){note}{disturbed}");
    }

    /// <summary>Four significant digits or more, without an exponent.</summary>
    private static string Time(double microseconds) => microseconds.ToString(microseconds < 1 ? "F4" : microseconds < 100 ? "F3" : "F1");
}
