using DslNet.CompilerServices;
using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>
/// Where the numbers of one sample lie. The user's own memory is channel after channel (<see cref="Planar"/>); everything
/// computed lies position after position, each with its channels side by side and rounded up, so that vectors run
/// across channels and never meet an odd end.
/// </summary>
internal readonly record struct Layout
{
    private Layout(int positions, int channels, int channelStride, int positionStride, int sampleLength) =>
        (Positions, Channels, ChannelStride, PositionStride, SampleLength) = (positions, channels, channelStride, positionStride, sampleLength);

    public int Positions { get; }

    public int Channels { get; }

    /// <summary>From one channel to the next at the same position.</summary>
    public int ChannelStride { get; }

    /// <summary>From one position to the next in the same channel.</summary>
    public int PositionStride { get; }

    /// <summary>The same where there is a next one, else 0: kernels that differ in nothing else are equal.</summary>
    public int PositionStep => Positions == 1 ? 0 : PositionStride;

    /// <summary>Floats from one sample to the next.</summary>
    public int SampleLength { get; }

    /// <summary>Channel after channel, nothing between: what users pass in and get out.</summary>
    public static Layout Planar(Shape shape) =>
        new(shape.Positions, shape.Channels, shape.Positions, 1, shape.Positions * shape.Channels);

    /// <summary>Position after position, the channels rounded up.</summary>
    public static Layout Interleaved(Shape shape)
    {
        int padded = PanelWidth.RoundUp(shape.Channels), samples = shape.Positions * padded;
        return new(shape.Positions, shape.Channels, 1, padded, shape.SpatialRank > 0 || samples % ConflictingLength != 0 ? samples : samples + CacheLine);
    }

    // Where samples lie a multiple of 512 bytes apart, the same number of each falls into the same few sets of the nearest
    // cache, so that those of a block drive each other out. One more line between samples spreads them.
    private const int ConflictingLength = 128, CacheLine = 16;

    /// <summary>Whether the numbers lie in one run without gaps, in the order position by position.</summary>
    public bool IsContiguous => Positions == 1 ? ChannelStride == 1 : ChannelStride == 1 && PositionStride == Channels;

    /// <summary>Whether vectors may run over it: interleaved, with the channels rounded up.</summary>
    public bool IsInterleaved => ChannelStride == 1 && PositionStride % 8 == 0 && SampleLength >= Positions * PositionStride;
}
