using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Windows;

/// <summary>How an image is stored: the floats from a row, a column and a channel to the next.</summary>
internal readonly record struct ImageStrides(int Row, int Column, int Channel)
{
    public static ImageStrides Of(Shape shape, Layout layout) =>
        new(shape.RowLength * layout.PositionStride, layout.PositionStride, layout.ChannelStride);

    /// <summary>The offset of a value.</summary>
    public int Offset(int row, int column, int channel) => row * Row + column * Column + channel * Channel;
}
