using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Squeeze: axes of length 1 are left out; which, is an attribute before operator set 13 and an input since.</summary>
internal sealed class SqueezeOperator : ReshapingOperator
{
    protected override IReadOnlyList<Extent>? Shape(NodeUse use, IReadOnlyList<Extent> input)
    {
        if (use.Integers("axes", 1) is not { } axes)
            return use.Has(1) ? null : [.. input.Where(axis => axis != 1)];
        int?[] places = [.. axes.Select(axis => NodeUse.Axis(axis, input.Count))];
        return places.All(place => place is { } axis && input[axis] == 1) ? [.. input.Where((_, axis) => !places.Contains(axis))] : null;
    }
}
