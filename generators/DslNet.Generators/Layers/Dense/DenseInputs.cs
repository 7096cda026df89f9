using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Dense;

/// <summary>The inputs of a dense layer in order: position after position, each with its channels.</summary>
internal readonly record struct DenseInputs(int Positions, int Channels, int PositionStride)
{
    public int Count => Positions * Channels;

    public bool IsContiguous => Positions == 1;

    /// <summary>The inputs in a flattened value: one run where there is no padding between the channels of neighbouring positions.</summary>
    public static DenseInputs Of(Layout layout) =>
        layout.ChannelStride != 1 || layout.IsContiguous || layout.Positions == 1
            ? Run(layout.Positions * layout.Channels)
            : new(layout.Positions, layout.Channels, layout.PositionStride);

    public static DenseInputs Run(int count) => new(1, count, count);
}
