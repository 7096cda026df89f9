namespace DslNet.Search;

/// <summary>Chooses what is tried next.</summary>
public interface ISampler
{
    /// <summary>Chooses a value for each setting.</summary>
    /// <param name="space">The settings.</param>
    /// <param name="trials">All trials of the journal so far.</param>
    /// <param name="number">The number of the trial that is to be.</param>
    /// <returns>The settings' values, as journals spell them.</returns>
    IReadOnlyDictionary<string, string> Sample(SearchSpace space, IReadOnlyList<TrialRecord> trials, int number);
}
