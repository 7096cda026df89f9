using System.Text.Json;

namespace DslNet.Search;

/// <summary>The trials that the lines of a journal tell of.</summary>
internal sealed class TrialTable(SearchSpace space, string path)
{
    private readonly SortedDictionary<int, TrialRecord> _trials = [];
    private bool _hasHeader;

    /// <summary>Whether the journal's first line was read.</summary>
    public bool HasHeader => _hasHeader;

    public IReadOnlyList<TrialRecord> Trials => [.. _trials.Values];

    public bool Has(int number) => _trials.ContainsKey(number);

    /// <summary>Takes in a line.</summary>
    /// <exception cref="InvalidDataException">It is none of a journal of this space.</exception>
    public void Add(long number, string text)
    {
        try
        {
            using JsonDocument line = JsonDocument.Parse(text);
            Add(line.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"Line {number} of {path} is damaged: \"{(text.Length > 60 ? text[..60] + "…" : text)}\". {Remedy(number, text)}", exception);
        }
    }

    private static string Remedy(long number, string text) => number == 1
        ? "It says which search the journal is of: use another file."
        : text.StartsWith("{\"end\"", StringComparison.Ordinal)
            ? "Remove the line, and the trial that it told of is run again."
            : "Remove it with all lines of its trial, which is run again then.";

    private void Add(JsonElement line)
    {
        if (!_hasHeader)
        {
            CheckHeader(line);
            _hasHeader = true;
        }
        else if (line.TryGetProperty("start", out JsonElement start))
        {
            Dictionary<string, string> values = line.GetProperty("settings").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);
            foreach (Setting setting in space.Settings)
                setting.PointOf(values[setting.Name]);

            // Begun anew, what it reported before counts no more.
            _trials[start.GetInt32()] = new(start.GetInt32(), values, TrialState.Running, double.NaN, [], null);
        }
        else if (line.TryGetProperty("report", out JsonElement report))
        {
            TrialRecord trial = _trials[report.GetInt32()];
            _trials[trial.Number] = trial with { Reports = [.. trial.Reports, (line.GetProperty("step").GetInt32(), JournalLine.Loss(line))] };
        }
        else
        {
            TrialRecord trial = _trials[line.GetProperty("end").GetInt32()];
            _trials[trial.Number] = trial with
            {
                State = Enum.Parse<TrialState>(line.GetProperty("state").GetString()!),
                Loss = JournalLine.Loss(line),
                Error = line.TryGetProperty("error", out JsonElement error) ? error.GetString() : null,
            };
        }
    }

    private void CheckHeader(JsonElement line)
    {
        int version = line.GetProperty("search").GetInt32();
        if (version != JournalLine.Version)
            throw new InvalidDataException($"{path} is a journal of version {version}, but this DslNet.Search writes version {JournalLine.Version}. Use another file.");
        string[] there = [.. line.GetProperty("space").EnumerateArray().Select(setting => setting.GetString()!)], here = [.. space.Signature];
        string[] foreign = [.. there.Except(here)], own = [.. here.Except(there)];
        if (foreign.Length > 0 || own.Length > 0)
            throw new InvalidDataException($"{path} is the journal of another search: it has {Phrase(foreign)}, and this search {Phrase(own)}. Use another file, or the same settings.");
    }

    private static string Phrase(string[] settings) => settings.Length == 0 ? "nothing else" : string.Join("; ", settings);
}
