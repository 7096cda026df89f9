using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Transpose: of constants it is computed.</summary>
internal sealed class TransposeOperator : Operator
{
    private const int MostChannels = 128;

    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        if (Permutation(use) is not { } order)
            return new(input.Type, null);
        Extent[] shape = [.. order.Select(axis => input.Shape![axis])];
        if (input.Constant is not { } constant)
            return new(input.Type, shape);
        long[] strides = Indices.Strides(constant.Shape), axes = [.. order.Select(axis => constant.Shape[axis])];
        return Value.Of(input.Type, constant.Pick(axes, Indices.Walk(axes, [.. order.Select(axis => strides[axis])])));
    }

    /// <summary>Which axis of the input is each axis of the output; null if the input's axes are unknown.</summary>
    public static int[]? Permutation(NodeUse use)
    {
        if (use.Input(0).Shape is not { } shape)
            return null;
        long[] order = use.Integers("perm") ?? [.. Enumerable.Range(0, shape.Count).Reverse().Select(axis => (long)axis)];
        return order.Order().SequenceEqual(Enumerable.Range(0, shape.Count).Select(axis => (long)axis)) ? [.. order.Select(axis => (int)axis)] : null;
    }

    /// <summary>A few channels by themselves, each a channel's positions, are put side by side: position by position then.</summary>
    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        int channels = sample[0], positions = sample.Skip(1).Aggregate(1, (product, axis) => product * axis);
        if (Permutation(use) is not [0, .., 1] order || !order.SkipLast(1).SequenceEqual(order.SkipLast(1).Order()) || channels > MostChannels || use.Result.Sample is not { } output)
            throw Refusal(use);
        if (channels == 1 || positions == 1)
        {
            layers.Add(LayerList.Shaped(use.Name(0), use.Output, output));
            return;
        }

        string[] rows = [.. Enumerable.Range(0, channels).Select(channel =>
        {
            string row = layers.Between(), column = layers.Between();
            layers.Add(new("Slice", [Argument.Of(channel), "1"], use.Name(0), row, [1, .. sample.Skip(1)]));
            layers.Add(LayerList.Shaped(row, column, [positions, 1]));
            return column;
        })];
        string transposed = layers.Between();
        layers.Add(new("Concat", "Concat", ["Axis = ConcatAxis.Length"], rows, transposed, [positions, channels]));
        layers.Add(LayerList.Shaped(transposed, use.Output, output));
    }

    private static RefusedException Refusal(NodeUse use) => use.Refuse(
        $"it exchanges axes of samples, from {use.Input(0).ShownShape} to {use.Result.ShownShape}", "Export the model with channels first, which DslNet's files and calls have");
}
