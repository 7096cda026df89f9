using System.Collections.Immutable;

namespace DslNet;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The history, epoch by epoch.</param>
/// <param name="Steps">How many steps were done.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FitResult(ImmutableArray<EpochResult> Epochs, long Steps, TimeSpan Elapsed)
{
    /// <summary>The last epoch.</summary>
    public EpochResult Last => Epochs[^1];
}
