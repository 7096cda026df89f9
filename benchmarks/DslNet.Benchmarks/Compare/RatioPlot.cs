using DslNet.Benchmarks.Protocol;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DslNet.Benchmarks.Compare;

/// <summary>The ratios as bars, training above and prediction below.</summary>
internal static class RatioPlot
{
    private const int Height = 420, LeastWidth = 640, WidthABar = 26;
    private const double BarsAGroup = 0.8;

    // The same for a peer in every plot.
    private static readonly Dictionary<string, Color> s_colors = new()
    {
        ["torchsharp"] = Color.FromHex("#c1512f"),
        ["ort"] = Color.FromHex("#4b6ea8"),
        ["naive"] = Color.FromHex("#9a9a9a"),
        [PeerProgram.BaselineName] = Color.FromHex("#5a9a6a"),
    };

    /// <summary>Writes the plot.</summary>
    /// <returns>False if there is nothing to compare.</returns>
    public static bool Save(IReadOnlyList<Outcome> outcomes, IReadOnlyList<PeerProgram> peers, string path)
    {
        PeerProgram[] others = [.. peers.Where(peer => peer.Name != PeerProgram.DslNet)];
        var panels = new[] { (Job.Train, "Training"), (Job.Infer, "Prediction") }
            .Select(panel => (Title: panel.Item2, Outcomes: outcomes.Where(outcome => outcome.Job.Metric == panel.Item1 && others.Any(peer => outcome.Ratio(peer.Name) is not null)).ToArray()))
            .Where(panel => panel.Outcomes.Length > 0).ToArray();
        if (panels.Length == 0)
            return false;

        var figure = new Multiplot();
        figure.AddPlots(panels.Length);
        for (int i = 0; i < panels.Length; i++)
            Draw(figure.GetPlot(i), panels[i].Title, panels[i].Outcomes, [.. others.Where(peer => panels[i].Outcomes.Any(outcome => outcome.Ratio(peer.Name) is not null))]);
        int bars = panels.Max(panel => panel.Outcomes.Length) * others.Length;
        figure.SavePng(path, Math.Max(LeastWidth, 120 + WidthABar * bars), Height * panels.Length);
        return true;
    }

    private static void Draw(Plot plot, string title, Outcome[] outcomes, PeerProgram[] others)
    {
        plot.Font.Set("DejaVu Sans");
        for (int peer = 0; peer < others.Length; peer++)
        {
            double width = BarsAGroup / others.Length, offset = (peer - (others.Length - 1) / 2.0) * width;
            Bar[] bars =
            [
                .. outcomes.Select((outcome, group) => (group, ratio: outcome.Ratio(others[peer].Name))).Where(each => each.ratio is not null)
                    .Select(each => Bar(each.group + offset, width, each.ratio!.Value, s_colors[others[peer].Name])),
            ];
            if (bars.Length > 0)
                plot.Add.Bars(bars).LegendText = $"{others[peer].Title} / DslNet";
        }

        // Bars grow from 1, up where DslNet is faster; the axis is logarithmic, since 2 × faster and 2 × slower are as far apart.
        plot.Add.HorizontalLine(0, 1.5f, Colors.Black);
        plot.Axes.Left.TickGenerator = Powers(outcomes, others);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. outcomes.Select((outcome, group) => new Tick(group, Label(outcome.Job)))]);
        plot.Axes.Bottom.MajorTickStyle.Width = 0;
        plot.HideGrid();
        plot.Axes.Margins(bottom: 0.15, top: 0.25);
        plot.Title($"{title}: how many times faster DslNet is");
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
    }

    private static string Label(Job job) => $"{job.Workload}\n{job.Batch}" + (job.Threads == 1 ? "" : $"\n{job.Threads} threads");

    private static Bar Bar(double position, double width, double ratio, Color color) => new()
    {
        Position = position,
        Size = width * 0.9,
        Value = Math.Log2(ratio),
        FillColor = color,
        LineWidth = 0,
        Label = ratio < 10 ? $"{ratio:0.0}" : $"{ratio:0}",
    };

    private static NumericManual Powers(Outcome[] outcomes, PeerProgram[] others)
    {
        double[] logarithms = [0, .. outcomes.SelectMany(outcome => others.Select(peer => outcome.Ratio(peer.Name))).OfType<double>().Select(Math.Log2)];
        int low = (int)Math.Floor(logarithms.Min()), high = (int)Math.Ceiling(logarithms.Max());
        return new NumericManual([.. Enumerable.Range(low, high - low + 1).Select(power => new Tick(power, $"{Math.Pow(2, power):0.##} ×"))]);
    }
}
