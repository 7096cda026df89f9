using System.Globalization;
using System.Text;

namespace DslNet.Search;

/// <summary>What a search came to.</summary>
public sealed class SearchResult
{
    private readonly SearchSpace _space;

    internal SearchResult(SearchSpace space, IReadOnlyList<TrialRecord> trials) => (_space, Trials) = (space, trials);

    /// <summary>All trials of the journal, by their numbers.</summary>
    public IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>The finished trial with the least loss, the first of several; null where none has one.</summary>
    public TrialRecord? Best => Ranked.FirstOrDefault(trial => trial.State == TrialState.Finished && !double.IsNaN(trial.Loss));

    /// <summary>Writes a picture of the trials in their order: losses as points, the least so far as a line.</summary>
    /// <param name="path">An SVG file.</param>
    public void SavePlot(string path) => File.WriteAllText(path, SearchPlot.Draw(Trials));

    /// <summary>A table of the trials, the best first.</summary>
    /// <param name="most">The most rows.</param>
    public string Table(int most = int.MaxValue)
    {
        List<string[]> rows = [["trial", "loss", .. _space.Settings.Select(setting => setting.Name), "state"]];
        foreach (TrialRecord trial in Ranked.Take(most))
        {
            string state = trial.State switch
            {
                TrialState.Finished => "",
                TrialState.Stopped when trial.Reports.Count > 0 => $"stopped at {trial.Reports[^1].Step}",
                TrialState.Failed => $"failed: {trial.Error?.ReplaceLineEndings(" ")}",
                _ => trial.State.ToString().ToLowerInvariant(),
            };
            rows.Add([Text(trial.Number), Text(trial.Loss), .. _space.Settings.Select(setting => Shorter(trial.Values[setting.Name])), state]);
        }

        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadLeft(widths[column]))).TrimEnd());
        return text.ToString();
    }

    /// <summary>The best ten trials.</summary>
    public override string ToString() => Table(10);

    private IEnumerable<TrialRecord> Ranked => Trials
        .OrderBy(trial => trial.State switch { TrialState.Finished => 0, TrialState.Stopped => 1, TrialState.Running => 2, _ => 3 })
        .ThenBy(trial => double.IsNaN(trial.Loss)).ThenBy(trial => trial.Loss).ThenBy(trial => trial.Number);

    private static string Text(IFormattable value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A number with fewer digits; words as they are.</summary>
    private static string Shorter(string value) => value.Contains('.') && double.TryParse(value, CultureInfo.InvariantCulture, out double number) ? Text(number) : value;
}
