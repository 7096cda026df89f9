namespace DslNet;

/// <summary>
/// A transposed convolution of a signal, which makes it longer: each value is multiplied by the kernel of each filter, and what falls on one position is
/// added. Weights have the shape [channels, filters / groups, kernel], as PyTorch's ConvTranspose1d.
/// Output length = (length − 1)·stride − 2·padding + (kernel − 1)·dilation + 1 + output padding.
/// </summary>
/// <example><code>[Input(16, 50), ConvTranspose1D(8, 4, Stride = 2, Padding = 1), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/ConvTranspose1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="filters">The number of filters, which is the number of output channels.</param>
/// <param name="kernel">The length of the kernel.</param>
public sealed class ConvTranspose1DAttribute(int filters, int kernel) : WeightedLayerAttribute
{
    /// <summary>The number of filters.</summary>
    public int Filters { get; } = filters;

    /// <summary>The length of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far apart two neighbours of the input are in the output; 1 unless said otherwise.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>
    /// Positions that the output lacks on both sides, less than the kernel's reach, or <see cref="DslNet.Padding.Same"/> for an output as long as input and
    /// stride; none unless said otherwise.
    /// </summary>
    public int Padding { get; set; }

    /// <summary>Positions more at the end, less than stride or dilation; none unless said otherwise.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How far apart the taps of the kernel are in the output; 1, neighbours, unless said otherwise.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Groups of channels, each with as many of the filters, which see no other channels; 1 unless said otherwise. It divides channels and filters.
    /// </summary>
    public int Groups { get; set; } = 1;
}
