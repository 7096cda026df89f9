using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>The rows of channels that a call works on: the positions of an image, for one sample; or the vectors of a block of samples.</summary>
/// <param name="Positions">Rows of an image; null where they are as many as the samples of a block.</param>
/// <param name="Stride">From one row to the next.</param>
/// <param name="PaddedChannels">Channels, with those that fill the last vector.</param>
/// <param name="Phrase">For a kernel's comment.</param>
internal readonly record struct ChannelRows(int? Positions, int Stride, int PaddedChannels, Comment Phrase)
{
    /// <summary>Those of a value that is stored channels-last.</summary>
    public static ChannelRows Of(Tensor tensor)
    {
        int channels = tensor.Layout.Channels, positions = tensor.Layout.Positions, padded = PanelWidth.RoundUp(channels);
        return tensor.Shape.SpatialRank == 0
            ? new(null, tensor.Layout.SampleLength, padded, $"{NumberText.Counted(channels, "value")} per sample, a block of samples")
            : new(positions, tensor.Layout.PositionStride, padded, $"{NumberText.Counted(channels, "channel")} at {NumberText.Counted(positions, "position")}, one sample");
    }

    /// <summary>The same values as one row, for what makes no difference between channels.</summary>
    public ChannelRows ToRun() => this with { Positions = Positions is null ? null : 1, Stride = (Positions ?? 1) * Stride, PaddedChannels = (Positions ?? 1) * Stride };

    /// <summary>Whether a call does a block of samples.</summary>
    public bool IsOfBlock => Positions is null;

    /// <summary>How many rows there are, as an expression in C#.</summary>
    public string Count => Positions is { } positions ? Literal.Of(positions) : "count";
}
