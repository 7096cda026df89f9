namespace DslNet;

/// <summary>
/// A transposed convolution of an image, which makes it larger: each value is multiplied by the kernel of each filter, and what falls on one position is
/// added. Weights have the shape [channels, filters / groups, kernel height, kernel width], as PyTorch's ConvTranspose2d.
/// Output height = (height − 1)·stride − 2·padding + (kernel height − 1)·dilation + 1 + output padding, and so the width.
/// </summary>
/// <example><code>[Input(16, 7, 7), ConvTranspose2D(8, 4, Stride = 2, Padding = 1), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/ConvTranspose2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class ConvTranspose2DAttribute : WeightedLayerAttribute
{
    /// <summary>Filters with a square kernel.</summary>
    /// <param name="filters">The number of filters, which is the number of output channels.</param>
    /// <param name="kernel">The height and width of the kernel.</param>
    public ConvTranspose2DAttribute(int filters, int kernel) : this(filters, kernel, kernel) { }

    /// <summary>Filters with a rectangular kernel.</summary>
    /// <param name="filters">The number of filters, which is the number of output channels.</param>
    /// <param name="kernelHeight">The height of the kernel.</param>
    /// <param name="kernelWidth">The width of the kernel.</param>
    public ConvTranspose2DAttribute(int filters, int kernelHeight, int kernelWidth) =>
        (Filters, KernelHeight, KernelWidth) = (filters, kernelHeight, kernelWidth);

    /// <summary>The number of filters.</summary>
    public int Filters { get; }

    /// <summary>The height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>How far apart two neighbours of the input are in the output; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>
    /// Rows and columns that the output lacks on every side, less than the kernel's reach, or <see cref="DslNet.Padding.Same"/> for an output as large as input and
    /// stride; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }

    /// <summary>Rows and columns more at the end, less than stride or dilation; none unless said otherwise.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How far apart the taps of the kernel are in the output, in rows and columns; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Groups of channels, each with as many of the filters, which see no other channels; 1 unless said otherwise. It divides channels and filters.
    /// </summary>
    public int Groups { get; set; } = 1;
}
