using System.Runtime.InteropServices;

namespace DslNet.Benchmarks.Compare;

/// <summary>A comparison as a table in Markdown, with what one needs to know of the run.</summary>
internal static class MarkdownReport
{
    public static string Of(IReadOnlyList<Outcome> outcomes, IReadOnlyList<PeerProgram> peers)
    {
        double[] peaks = [.. outcomes.Select(outcome => outcome.GigaFlops).Order()];
        string versions = string.Join("; ", peers.Select(peer => outcomes[0].Versions[peer.Name]));
        string[] titles = ReportTable.Titles(peers);
        return string.Join('\n',
        [
            $"{Processor()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. {versions}.",
            $"FMA peak of a thread, measured between the repeats: {peaks[0]:0}–{peaks[^1]:0} GFLOP/s, in the middle {peaks[peaks.Length / 2]:0}.",
            "Medians, microseconds a call" + (outcomes.Any(IsDisturbed) ? "; * marks cases that other programs disturbed in most repeats." : "."),
            "",
            Row(titles),
            Row(titles.Select((_, column) => column < 2 ? "---" : "--:")),
            .. outcomes.Select(outcome => Row(ReportTable.Cells(outcome, peers))),
            "",
        ]);
    }

    private static bool IsDisturbed(Outcome outcome) => outcome.Timings.Values.Any(timing => timing.IsDisturbed);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Processor()
    {
        const string list = "/proc/cpuinfo", key = "model name";
        string? line = File.Exists(list) ? File.ReadLines(list).FirstOrDefault(each => each.StartsWith(key)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
