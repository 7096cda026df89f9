using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Gather: slices of a constant along an axis.</summary>
internal sealed class GatherOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value data = use.Input(0);
        if (data.Constant is not { Shape: var shape } constant || use.Input(1).Constant is not IntegerConstant { Numbers: { } indices, Shape: var picked }
            || NodeUse.Axis(use.Integer("axis", 0), shape.Count) is not { } axis || indices.Any(index => index < -shape[axis] || index >= shape[axis]))
            return new(data.Type, null);
        long[] result = [.. shape.Take(axis), .. picked, .. shape.Skip(axis + 1)];
        if (Indices.Count(result) is null)
            return new(data.Type, null);

        long inner = shape.Skip(axis + 1).Aggregate(1L, (product, length) => product * length);
        long outer = shape.Take(axis).Aggregate(1L, (product, length) => product * length);
        int[] positions = [.. from block in Range(outer) from index in indices from position in Range(inner)
            select (int)((block * shape[axis] + (index < 0 ? index + shape[axis] : index)) * inner + position)];
        return Value.Of(data.Type, constant.Pick(result, positions));
    }

    private static IEnumerable<long> Range(long count) => Enumerable.Range(0, (int)count).Select(i => (long)i);
}
