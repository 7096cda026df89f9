using DslNet.Generators.Layers.Windows;
namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// A kernel as it meets the input's memory: runs of floats that lie side by side, each rounded up to eight, so that a vector
/// covers several taps or channels of one filter. What it covers beyond its run are numbers of others, whose sums nobody reads. Where the channels lie side by side a run is a row of the kernel with all
/// channels; where the image lies channel after channel it is a row of the kernel in one channel.
/// </summary>
internal sealed record KernelRuns(ImageStrides Strides, int KernelHeight, int KernelWidth, int Channels)
{
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

    /// <summary>Whether every patch begins where a vector may lie within one cache line.</summary>
    public bool AreAligned => ChannelsTogether && Strides.Column % Group == 0;

    /// <summary>How far behind the end of an image the last vector of the last run may read.</summary>
    public int Slack => Length - RunLength;
}
