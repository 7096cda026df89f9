
namespace DslNet.Generators.Operations;

/// <summary>A value of all frames of a block, channel after channel: the frames of a channel are neighbours, and fill vectors.</summary>
/// <param name="Buffer">Where it is.</param>
/// <param name="Channels">Values of a frame.</param>
/// <param name="Row">From the frames of one channel to those of the next.</param>
/// <param name="First">Where the first channel's first frame of the block is in the buffer.</param>
internal sealed record LaneValue(Buffer Buffer, int Channels, int Row, int First = 0)
{
    /// <summary>The same distance where there is a next channel, else 0: kernels that differ in nothing else are equal.</summary>
    public int Step => Channels == 1 ? 0 : Row;

    /// <summary>The value as a kernel sees it.</summary>
    /// <param name="name">The kernel's parameter.</param>
    /// <param name="framesBefore">How many frames before the block's first it begins with.</param>
    public Operand As(string name, int framesBefore = 0) => new(name, Buffer, First - framesBefore);

    /// <summary>Some neighbouring channels of it, where they are.</summary>
    public LaneValue Slice(int start, int channels) => this with { Channels = channels, First = First + start * Row };
}
