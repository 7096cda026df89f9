using DslNet.CompilerServices;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution.Geometry;

/// <summary>
/// The shapes of a convolution: how its kernel moves over the image, and how image and output are stored. Kernels ask it which tap meets which
/// position, and how far apart values are; none multiplies a tap by a stride of its own. A convolution over another number of axes, or of another
/// kind, is another geometry for the same kernels: of one spatial axis it has one row (<see cref="Of"/>); a transposed one computes forward what
/// is <see cref="InputGradient"/> here, and its gradient as <see cref="Forward"/>; each of several groups is a geometry with its share of channels and filters, and the distances of all.
/// </summary>
/// <param name="Vertical">Rows.</param>
/// <param name="Horizontal">Columns.</param>
/// <param name="Channels">Channels of the image.</param>
/// <param name="Filters">Channels of the output.</param>
/// <param name="Image">How the image is stored.</param>
/// <param name="Output">How the output is stored.</param>
internal sealed record ConvolutionGeometry(
    ForwardAxis Vertical, ForwardAxis Horizontal, int Channels, int Filters, ImageStrides Image, ImageStrides Output)
{
    /// <summary>The geometry with an output that is stored channels-last.</summary>
    /// <param name="kernel">How the kernel moves, over one axis or two.</param>
    /// <param name="channels">Channels of the image.</param>
    /// <param name="filters">Channels of the output.</param>
    /// <param name="image">How the image is stored.</param>
    public static ConvolutionGeometry Of(Window kernel, int channels, int filters, ImageStrides image)
    {
        (ForwardAxis vertical, ForwardAxis horizontal) = (ForwardAxis.Of(kernel.Vertical), ForwardAxis.Of(kernel.Horizontal));
        int padded = PanelWidth.RoundUp(filters);
        return new(vertical, horizontal, channels, filters, image, new(horizontal.Outputs * padded, padded, 1));
    }

    /// <summary>Filters, with those that fill the last panel.</summary>
    public int PaddedFilters => PanelWidth.RoundUp(Filters);

    /// <summary>Taps of the kernel.</summary>
    public int Taps => Vertical.Kernel * Horizontal.Kernel;

    /// <summary>Weights of a filter.</summary>
    public int FilterLength => Taps * Channels;

    /// <summary>How many products a filter sums, over all positions of the output.</summary>
    public double Products => (double)Vertical.Meetings * Horizontal.Meetings * Channels;

    /// <summary>Whether every tap meets a position, everywhere.</summary>
    public bool IsComplete => Vertical.IsComplete && Horizontal.IsComplete;

    /// <summary>Whether the taps of the kernel meet neighbours.</summary>
    public bool IsDense => Vertical.Dilation == 1 && Horizontal.Dilation == 1;

    /// <summary>From the input of one column of the output to that of the next.</summary>
    public int ColumnStep => Horizontal.Stride * Image.Column;

    /// <summary>The offset of the input that a tap reads, from that of the first.</summary>
    public int TapOffset(int tapRow, int tap, int channel) => Image.Offset(tapRow * Vertical.Dilation, tap * Horizontal.Dilation, channel);

    /// <summary>What computes the output.</summary>
    public ConvolutionSum Forward => new(Vertical, Horizontal, Image, Channels, Output, Filters);

    /// <summary>What computes the gradient of the image.</summary>
    public ConvolutionSum InputGradient => new(Vertical.Backward, Horizontal.Backward, Output, Filters, Image, Channels);

    /// <summary>What computes the gradient of the image where each channel has a kernel of its own: with the channels that fill the last panel.</summary>
    public ConvolutionSum DepthwiseInputGradient => InputGradient with { Channels = 1, Outputs = PaddedFilters };

    /// <summary>The same with the channels of the output that fill the last panel: what is vectorised over them computes them too.</summary>
    public ConvolutionGeometry Padded() => this with { Filters = PaddedFilters };
}
