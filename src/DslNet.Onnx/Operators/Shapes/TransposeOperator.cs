using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Transpose: of constants it is computed.</summary>
internal sealed class TransposeOperator : Operator
{
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

    public override void Translate(NodeUse use, Writing.LayerList layers) => throw use.Refuse(
        $"it exchanges axes of samples, from {use.Input(0).ShownShape} to {use.Result.ShownShape}", "Export the model with channels first, which DslNet's files and calls have");
}
