using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>The rows of channels that a call works on: the positions of an image, for one sample; or the vectors of a block of samples.</summary>
/// <param name="Positions">Rows of an image; null where they are as many as the samples of a block.</param>
/// <param name="Stride">From one row to the next.</param>
/// <param name="Channels">Channels.</param>
internal readonly record struct ChannelRows(int? Positions, int Stride, int Channels)
{
    /// <summary>Those of a value that is stored channels-last.</summary>
    public static ChannelRows Of(Tensor tensor) => tensor.Shape.SpatialRank == 0
        ? new(null, tensor.Layout.SampleLength, tensor.Layout.Channels)
        : new(tensor.Layout.Positions, tensor.Layout.PositionStride, tensor.Layout.Channels);

    /// <summary>Whether a call does a block of samples.</summary>
    public bool IsOfBlock => Positions is null;

    /// <summary>Channels, with those that fill the last vector.</summary>
    public int PaddedChannels => PanelWidth.RoundUp(Channels);

    /// <summary>How many rows there are, as an expression in C#.</summary>
    public string Count => Positions is { } positions ? Literal.Of(positions) : "count";

    /// <summary>For a kernel's comment.</summary>
    public string Phrase => Positions is { } positions
        ? $"{NumberText.Counted(Channels, "channel")} at {NumberText.Counted(positions, "position")}, one sample"
        : $"{NumberText.Counted(Channels, "value")} per sample, a block of samples";
}
