namespace DslNet;

/// <summary>
/// A convolution over the frames of a sequence that reads the current frame and frames before it: y[t] = b + Σₖ W[k]·x[t − (kernel − 1 − k)·dilation], where
/// frames before the first are zero. Weights have the shape [filters, features, kernel], as PyTorch's Conv1d, whose last tap is the current frame.
/// </summary>
/// <example><code>[Sequence(1), CausalConv1D(16, 3), Tanh, CausalConv1D(16, 3, Dilation = 2), Tanh, Dense(1)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/CausalConv1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="filters">The number of filters, which is the number of values of an output frame.</param>
/// <param name="kernel">The number of frames that each output is computed from.</param>
public sealed class CausalConv1DAttribute(int filters, int kernel) : WeightedLayerAttribute
{
    /// <summary>The number of filters.</summary>
    public int Filters { get; } = filters;

    /// <summary>The number of frames that each output is computed from.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far these frames are apart; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;
}
