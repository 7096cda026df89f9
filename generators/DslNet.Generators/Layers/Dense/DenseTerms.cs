using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Dense;

/// <summary>The inputs that a dense output sums over, in order: position after position, each with its channels.</summary>
internal readonly record struct DenseTerms(int Positions, int Channels, int PositionStride)
{
    public int Count => Positions * Channels;

    public bool IsContiguous => Positions == 1;

    /// <summary>The terms of a flattened value: in one run where nothing lies between the channels of neighbouring positions.</summary>
    public static DenseTerms Of(Layout layout) =>
        layout.ChannelStride != 1 || layout.IsContiguous || layout.Positions == 1
            ? Run(layout.Positions * layout.Channels)
            : new(layout.Positions, layout.Channels, layout.PositionStride);

    public static DenseTerms Run(int count) => new(1, count, count);
}
