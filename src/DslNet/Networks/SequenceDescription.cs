namespace DslNet;

/// <summary>What a network of sequences is over time.</summary>
/// <param name="Delay">How many frames later than the newest frame that it is computed from an output comes: the sum of what <see cref="DelayAttribute"/> declares on the shortest way.</param>
/// <param name="ReceptiveField">How many frames an output is computed from, the current one among them, if it were computed from all that are between the first of them and it; null where all frames before count, since the network has a recurrent layer, or all frames of the sequence.</param>
/// <param name="StateBytes">How many bytes <see cref="SequenceState.Save"/> writes: what a stream remembers of the frames before. Zero where there are no streams.</param>
public sealed record SequenceDescription(int Delay, int? ReceptiveField, int StateBytes)
{
    /// <summary>Whether frames may come one by one, as a stream. If not, the whole sequence is needed, and the network has no states.</summary>
    public bool HasStreams { get; init; } = true;

    /// <summary>Whether an output belongs to a whole sequence, and not to a frame.</summary>
    public bool IsReduced { get; init; }

    /// <summary>How many outputs a sequence of so many frames has.</summary>
    internal int OutputsOf(int frames) => IsReduced ? 1 : frames;
}
