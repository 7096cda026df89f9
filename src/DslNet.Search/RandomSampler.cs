namespace DslNet.Search;

/// <summary>Each setting from its whole range, whatever was tried before. A trial's values are a function of the seed and its number.</summary>
/// <param name="seed">The seed.</param>
public sealed class RandomSampler(int seed = 0) : ISampler
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Sample(SearchSpace space, IReadOnlyList<TrialRecord> trials, int number)
    {
        ArgumentNullException.ThrowIfNull(space);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < space.Settings.Count; i++)
            values.Add(space.Settings[i].Name, Draw(space.Settings[i], new SampleStream(seed, number, i)));
        return values;
    }

    /// <summary>One setting's value.</summary>
    internal static string Draw(Setting setting, SampleStream random) => setting.ValueOf(setting.Low + random.Next() * (setting.High - setting.Low));
}
