using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Unsqueeze: axes of length 1 are put in; which, is an attribute before operator set 13 and an input since.</summary>
internal sealed class UnsqueezeOperator : ReshapingOperator
{
    protected override IReadOnlyList<Extent>? Shape(NodeUse use, IReadOnlyList<Extent> input)
    {
        if (use.Integers("axes", 1) is not { } axes)
            return null;
        int count = input.Count + axes.Length;
        int?[] places = [.. axes.Select(axis => NodeUse.Axis(axis, count))];
        if (places.Contains(null) || places.Distinct().Count() < places.Length)
            return null;
        var left = new Queue<Extent>(input);
        return [.. Enumerable.Range(0, count).Select(axis => places.Contains(axis) ? 1 : left.Dequeue())];
    }
}
