namespace DslNet;

/// <summary>
/// A two-dimensional convolution of each channel by itself: its filters see no other channel. Weights have the shape [filters, 1, kernel height, kernel
/// width], as those of PyTorch's Conv2d with as many groups as channels; filters are channels × <see cref="Multiplier"/>, those of the first channel
/// first. Output height = ⌊(height + padding before + padding after − (kernel height − 1)·dilation − 1) / stride⌋ + 1, and so the width.
/// </summary>
/// <example><code>[DepthwiseConv2D(3, Padding = 1), Conv2D(16, 1), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/DepthwiseConv2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class DepthwiseConv2DAttribute : WeightedLayerAttribute
{
    /// <summary>Filters with a square kernel.</summary>
    /// <param name="kernel">The height and width of the kernel.</param>
    public DepthwiseConv2DAttribute(int kernel) : this(kernel, kernel) { }

    /// <summary>Filters with a rectangular kernel.</summary>
    /// <param name="kernelHeight">The height of the kernel.</param>
    /// <param name="kernelWidth">The width of the kernel.</param>
    public DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>The height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>How many filters each channel has; 1 unless said otherwise.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>How far the kernel moves from one output to the next; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How far the taps of the kernel are apart, in rows and columns; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Rows and columns of zeros around the image, on every side, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }
}
