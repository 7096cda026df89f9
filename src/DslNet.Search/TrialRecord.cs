namespace DslNet.Search;

/// <summary>A trial as the journal has it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Values">The settings' values, by their names.</param>
/// <param name="State">What became of it.</param>
/// <param name="Loss">Its loss; NaN where it has none, or where that is what it came to.</param>
/// <param name="Reports">What it reported on its way.</param>
/// <param name="Error">Why it failed; null if it did not.</param>
public sealed record TrialRecord(
    int Number, IReadOnlyDictionary<string, string> Values, TrialState State, double Loss, IReadOnlyList<(int Step, double Loss)> Reports, string? Error)
{
    /// <summary>Whether it tells a sampler something: it has a loss that is a number.</summary>
    internal bool IsInformative => State is TrialState.Finished or TrialState.Stopped && !double.IsNaN(Loss);
}
