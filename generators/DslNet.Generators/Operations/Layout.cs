using DslNet.CompilerServices;
using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>
/// How the values of one sample are stored. The caller's memory is channels-first (<see cref="ChannelsFirst"/>, NCHW). What is computed is
/// channels-last (<see cref="ChannelsLast"/>, NHWC) with padded channels, so that vectors over channels need no remainder.
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

    /// <summary>All positions of a channel, then those of the next one, without gaps: what callers pass in and get out.</summary>
    public static Layout ChannelsFirst(Shape shape) =>
        new(shape.Positions, shape.Channels, shape.Positions, 1, shape.Positions * shape.Channels);

    /// <summary>All channels of a position, padded, then those of the next one.</summary>
    public static Layout ChannelsLast(Shape shape)
    {
        int padded = PanelWidth.RoundUp(shape.Channels), samples = shape.Positions * padded;
        return new(shape.Positions, shape.Channels, 1, padded, shape.SpatialRank > 0 || samples % ConflictingLength != 0 ? samples : samples + CacheLine);
    }

    /// <summary>Stored channels-last, the same with the channels that fill the last panel: what is vectorised over channels computes them too.</summary>
    public Layout Padded() => ChannelStride == 1 ? new(Positions, PositionStride, 1, PositionStride, SampleLength) : this;

    // Where the stride of samples is a multiple of 512 bytes, the same element of each falls into the same few sets of L1, so that the samples of a
    // block evict each other. One more cache line between samples spreads them.
    private const int ConflictingLength = 128, CacheLine = 16;

    /// <summary>Whether the values are stored channels-last without gaps.</summary>
    public bool IsContiguous => Positions == 1 ? ChannelStride == 1 : ChannelStride == 1 && PositionStride == Channels;

    /// <summary>Whether kernels can load vectors of channels from it: it is channels-last, with padded channels.</summary>
    public bool IsChannelsLast => ChannelStride == 1 && PositionStride % 8 == 0 && SampleLength >= Positions * PositionStride;
}
