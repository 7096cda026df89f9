namespace DslNet;

/// <summary>
/// A one-dimensional convolution of each channel by itself: its filters see no other channel. Weights have the shape [filters, 1, kernel], as those of
/// PyTorch's Conv1d with as many groups as channels; filters are channels × <see cref="Multiplier"/>, those of the first channel first.
/// Output length = ⌊(length + padding before + padding after − (kernel − 1)·dilation − 1) / stride⌋ + 1.
/// </summary>
/// <example><code>[DepthwiseConv1D(5), Conv1D(16, 1), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/DepthwiseConv1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="kernel">The length of the kernel.</param>
public sealed class DepthwiseConv1DAttribute(int kernel) : WeightedLayerAttribute
{
    /// <summary>The length of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How many filters each channel has; 1 unless said otherwise.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>How far the kernel moves from one output to the next; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How far the taps of the kernel are apart, in positions; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Zeros before the signal and behind it, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }
}
