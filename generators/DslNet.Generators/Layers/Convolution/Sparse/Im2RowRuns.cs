using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;

namespace DslNet.Generators.Layers.Convolution.Sparse;

/// <summary>
/// A kernel as it meets the input's memory (im2row): runs of neighbouring floats, each rounded up to eight, so that a vector covers several taps
/// or channels of one filter. Lanes beyond the run accumulate garbage that is never read. Of a channels-last image a run is a row of the kernel
/// with all channels; of a channels-first one it is a row of the kernel in one channel.
/// </summary>
/// <param name="Strides">How the image is stored.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Channels">Channels of the image.</param>
internal sealed record Im2RowRuns(ImageStrides Strides, int KernelHeight, int KernelWidth, int Channels)
{
    /// <summary>The runs of a convolution.</summary>
    public static Im2RowRuns Of(ConvolutionGeometry convolution) =>
        new(convolution.Image, convolution.Vertical.Kernel, convolution.Horizontal.Kernel, convolution.Channels);

    private const int Group = 8;

    private bool ChannelsTogether => Strides.Channel == 1;

    private int RunLength => ChannelsTogether ? KernelWidth * Strides.Column : KernelWidth;

    /// <summary>Channels that have runs of their own.</summary>
    public int Planes => ChannelsTogether ? 1 : Channels;

    /// <summary>Rows of the kernel, each a run in every plane.</summary>
    public int Rows => KernelHeight;

    /// <summary>Floats of a run, rounded up; in the sums of a filter also the distance from one kernel row to the next.</summary>
    public int Length => (RunLength + Group - 1) / Group * Group;

    /// <summary>Floats that the sums of one filter take.</summary>
    public int FilterLength => Length * KernelHeight * Planes;

    /// <summary>In the sums of a filter: from one kernel column to the next.</summary>
    public int ColumnStride => ChannelsTogether ? Strides.Column : 1;

    /// <summary>In the sums of a filter: from one channel to the next.</summary>
    public int ChannelStride => ChannelsTogether ? 1 : Length * KernelHeight;

    /// <summary>Whether every run begins where a vector stays within one cache line.</summary>
    public bool AreAligned => ChannelsTogether && Strides.Column % Group == 0;

    /// <summary>How far behind the end of an image the last vector of the last run may read.</summary>
    public int Slack => Length - RunLength;
}
