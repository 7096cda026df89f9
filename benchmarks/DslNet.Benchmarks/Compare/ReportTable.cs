using DslNet.Benchmarks.Measuring;

namespace DslNet.Benchmarks.Compare;

/// <summary>The table of a comparison, as text cells: for the console and for Markdown.</summary>
internal static class ReportTable
{
    /// <summary>The titles of the columns.</summary>
    public static string[] Titles(IEnumerable<PeerProgram> peers) =>
    [
        "workload", "", "batch", "threads", .. peers.Select(peer => $"{peer.Title}, µs"),
        .. Others(peers).Select(peer => $"{peer.Title} / DslNet"), "DslNet of the limit", .. HasBaseline(peers) ? ["bits"] : Array.Empty<string>(),
    ];

    /// <summary>The cells of an outcome's row.</summary>
    public static string[] Cells(Outcome outcome, IEnumerable<PeerProgram> peers) =>
    [
        outcome.Job.Workload, outcome.Job.Metric, $"{outcome.Job.Batch:N0}", $"{outcome.Job.Threads}",
        .. peers.Select(peer => outcome.Timings.TryGetValue(peer.Name, out Timing timing) ? Time(timing) : "–"),
        .. Others(peers).Select(peer => outcome.Ratio(peer.Name) is { } ratio ? $"{ratio:0.00} ×" : "–"),
        Share(outcome), .. HasBaseline(peers) ? [outcome.SameBits is true ? "same" : "other"] : Array.Empty<string>(),
    ];

    private static bool HasBaseline(IEnumerable<PeerProgram> peers) => peers.Any(peer => peer.Build is not null);

    private static IEnumerable<PeerProgram> Others(IEnumerable<PeerProgram> peers) => peers.Where(peer => peer.Name != PeerProgram.DslNet);

    private static string Share(Outcome outcome) => outcome.Timings.ContainsKey(PeerProgram.DslNet)
        ? $"{100 * outcome.ShareOfLimit(PeerProgram.DslNet):0} % {(outcome.IsBoundByReading ? "reading" : "FMA")}"
        : "–";

    /// <summary>Three significant digits or more; a star where the machine was too busy to trust it.</summary>
    private static string Time(Timing timing)
    {
        string format = timing.Median < 1 ? "0.000" : timing.Median < 10 ? "0.00" : timing.Median < 100 ? "0.0" : "N0";
        return timing.Median.ToString(format) + (timing.IsDisturbed ? " *" : "");
    }
}
