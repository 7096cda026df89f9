namespace DslNet;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as everywhere in the field): each of the filters slides over the
/// image and multiplies the values under it. Weights have the shape [filters, channels / groups, kernel height, kernel width], as
/// PyTorch's Conv2d. Output height = ⌊(height + padding before + padding after − (kernel height − 1)·dilation − 1) / stride⌋ + 1, and so the width.
/// </summary>
/// <example><code>[Input(1, 28, 28), Conv2D(6, 5), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Conv2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class Conv2DAttribute : WeightedLayerAttribute
{
    /// <summary>Filters with a square kernel.</summary>
    /// <param name="filters">The number of filters, which is the number of output channels.</param>
    /// <param name="kernel">The height and width of the kernel.</param>
    public Conv2DAttribute(int filters, int kernel) : this(filters, kernel, kernel) { }

    /// <summary>Filters with a rectangular kernel.</summary>
    /// <param name="filters">The number of filters, which is the number of output channels.</param>
    /// <param name="kernelHeight">The height of the kernel.</param>
    /// <param name="kernelWidth">The width of the kernel.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth) =>
        (Filters, KernelHeight, KernelWidth) = (filters, kernelHeight, kernelWidth);

    /// <summary>The number of filters.</summary>
    public int Filters { get; }

    /// <summary>The height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>How far the kernel moves from one output to the next; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How far the taps of the kernel are apart, in rows and columns; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Rows and columns of zeros around the image, on every side, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }

    /// <summary>
    /// Groups of channels, each with as many of the filters, which see no other channels; 1 unless said otherwise. It divides channels and filters.
    /// With as many groups as channels it is a depthwise convolution.
    /// </summary>
    public int Groups { get; set; } = 1;
}
