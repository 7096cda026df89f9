using System.Text;

namespace DslNet.Search;

/// <summary>Draws the trials of a search in their order.</summary>
internal static class SearchPlot
{
    private const int Width = 640, Height = 360, Left = 70, Right = 20, Top = 20, Bottom = 40;

    public static string Draw(IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord[] drawn = [.. trials.Where(trial => trial.State is TrialState.Finished or TrialState.Stopped && double.IsFinite(trial.Loss)).Where(trial => double.IsFinite(trial.Loss))];
        StringBuilder svg = new();
        svg.AppendLine(FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">"));
        svg.AppendLine(FormattableString.Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>"));
        if (drawn.Length == 0)
            return svg.AppendLine("<text x=\"70\" y=\"60\">No trial has a loss yet.</text>").AppendLine("</svg>").ToString();
        double least = drawn.Min(trial => trial.Loss), most = drawn.Max(trial => trial.Loss), range = most > least ? most - least : 1;
        int last = Math.Max(1, drawn.Max(trial => trial.Number));
        svg.AppendLine(FormattableString.Invariant($"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"#888\"/>"));
        svg.AppendLine(FormattableString.Invariant($"<text x=\"{Left - 6}\" y=\"{Top + 4}\" text-anchor=\"end\">{most:G4}</text><text x=\"{Left - 6}\" y=\"{Height - Bottom}\" text-anchor=\"end\">{least:G4}</text>"));
        svg.AppendLine(FormattableString.Invariant($"<text x=\"{Width - Right}\" y=\"{Height - Bottom + 18}\" text-anchor=\"end\">trial {last}</text>"));
        StringBuilder path = new();
        double best = double.PositiveInfinity;
        foreach (TrialRecord trial in drawn)
        {
            double x = Left + (double)trial.Number / last * (Width - Left - Right);
            svg.AppendLine(FormattableString.Invariant($"<circle cx=\"{x:F1}\" cy=\"{Y(trial.Loss):F1}\" r=\"3\" fill=\"{(trial.State == TrialState.Finished ? "#1f77b4" : "#bbb")}\"/>"));
            if (trial.State == TrialState.Finished && trial.Loss < best)
            {
                best = trial.Loss;
                path.Append(path.Length == 0 ? FormattableString.Invariant($"M{x:F1} {Y(best):F1}") : FormattableString.Invariant($"H{x:F1}V{Y(best):F1}"));
            }
        }

        if (path.Length > 0)
            svg.AppendLine(FormattableString.Invariant($"<path d=\"{path}H{Width - Right}\" fill=\"none\" stroke=\"#d62728\"/>"));
        return svg.AppendLine("</svg>").ToString();

        double Y(double loss) => Top + (most - loss) / range * (Height - Top - Bottom);
    }
}
