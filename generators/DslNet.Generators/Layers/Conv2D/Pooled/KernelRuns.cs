using DslNet.Generators.Layers.Windows;
namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// A kernel as it meets the input's memory: runs of floats that lie side by side, each rounded up to eight, so that a vector
/// covers several taps or channels of one filter. What it covers beyond its run are numbers of others, whose sums nobody reads. Where the channels lie side by side a run is a row of the kernel with all
/// channels; where the image lies channel after channel it is a row of the kernel in one channel.
/// </summary>
internal sealed class KernelRuns(ImageStrides strides, int kernelHeight, int kernelWidth, int channels)
{
    private const int Group = 8;

    private bool ChannelsTogether => strides.Channel == 1;

    private int RunLength => ChannelsTogether ? kernelWidth * strides.Column : kernelWidth;

    /// <summary>Channels that have runs of their own.</summary>
    public int Planes => ChannelsTogether ? 1 : channels;

    /// <summary>Rows of the kernel, each a run in every plane.</summary>
    public int Rows => kernelHeight;

    /// <summary>Floats of a run, rounded up; in the sums of a filter also the distance from one kernel row to the next.</summary>
    public int Length => (RunLength + Group - 1) / Group * Group;

    /// <summary>Floats that the sums of one filter take.</summary>
    public int FilterLength => Length * kernelHeight * Planes;

    /// <summary>In the sums of a filter: from one kernel column to the next.</summary>
    public int ColumnStride => ChannelsTogether ? strides.Column : 1;

    /// <summary>In the sums of a filter: from one channel to the next.</summary>
    public int ChannelStride => ChannelsTogether ? 1 : Length * kernelHeight;

    /// <summary>Whether every patch begins where a vector may lie within one cache line.</summary>
    public bool AreAligned => ChannelsTogether && strides.Column % Group == 0;

    /// <summary>How far behind the end of an image the last vector of the last run may read.</summary>
    public int Slack => Length - RunLength;
}
