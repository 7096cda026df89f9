namespace DslNet;

/// <summary>
/// A one-dimensional convolution (cross-correlation, as everywhere in the field): each of the filters slides along the
/// signal and multiplies the values under it. Weights have the shape [filters, channels, kernel], as PyTorch's Conv1d.
/// Output length = ⌊(length + padding before + padding after − kernel) / stride⌋ + 1.
/// </summary>
/// <example><code>[Input(4, 100), Conv1D(16, 5), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Conv1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="filters">The number of filters, which is the number of output channels.</param>
/// <param name="kernel">The length of the kernel.</param>
public sealed class Conv1DAttribute(int filters, int kernel) : WeightedLayerAttribute
{
    /// <summary>The number of filters.</summary>
    public int Filters { get; } = filters;

    /// <summary>The length of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far the kernel moves from one output to the next; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>
    /// Zeros before the signal and behind it, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }
}
