using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Reshape: 0 is the input's axis, -1 what is left. A number of samples that the file has fixed stands for all.</summary>
internal sealed class ReshapeOperator : ReshapingOperator
{
    protected override IReadOnlyList<Extent>? Shape(NodeUse use, IReadOnlyList<Extent> input)
    {
        Extent[]? target = use.Attribute("shape") is { } attribute ? [.. attribute.Integers.Select(axis => (Extent)axis)] : (use.Input(1).Constant as IntegerConstant)?.Values;
        if (target is null || target.Count(axis => axis == -1) > 1)
            return null;
        bool copies = use.Integer("allowzero", 0) == 0;
        Extent[] shape = [.. target.Select((axis, i) =>
            axis == 0 && copies && i < input.Count ? input[i]
            : i == 0 && input is [{ IsBatch: true }, ..] && axis == use.FixedBatch ? Extent.Batch
            : axis)];
        int open = Array.FindIndex(shape, axis => axis == -1);
        if (open < 0)
            return Extent.Product(shape) is { } product && product == Extent.Product(input) ? shape : null;
        if (Extent.Product(input) is not { } all || Extent.Product(shape.Where((_, i) => i != open)) is not { } others || all.Over(others) is not { } rest)
            return null;
        shape[open] = rest;
        return shape;
    }
}
