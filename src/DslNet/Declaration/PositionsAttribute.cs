namespace DslNet;

/// <summary>
/// Adds to each frame of a sequence learned values of its position: y[t] = x[t] + W[t], what PyTorch's <c>nn.Embedding</c> of <c>arange</c> adds. Sequences
/// and streams have at most <see cref="Max"/> frames then; longer ones are refused.
/// </summary>
/// <example><code>[TokenSequence(65), Embedding(32), Positions(128), GRU(32)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Positions.md">Shapes, weights, gradient, and what is longer.</seealso>
/// <param name="max">How many positions there are: the frames of the longest sequence.</param>
public sealed class PositionsAttribute(int max) : LayerAttribute
{
    /// <summary>How many positions there are.</summary>
    public int Max { get; } = max;

    /// <summary>
    /// The standard deviation of the normal distribution, of mean zero, that the weights start from; 1 unless said otherwise, as in PyTorch. At least 0.
    /// </summary>
    public float InitialDeviation { get; set; } = 1;
}
