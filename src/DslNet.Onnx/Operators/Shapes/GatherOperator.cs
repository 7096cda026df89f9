using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Gather: of a constant it is computed; of samples it takes channels or features that follow each other, as Slice does.</summary>
internal sealed class GatherOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value data = use.Input(0);
        if (data.Constant is not { Shape: var shape } constant || use.Input(1).Constant is not IntegerConstant { Numbers: { } indices, Shape: var picked }
            || NodeUse.Axis(use.Integer("axis", 0), shape.Count) is not { } axis || indices.Any(index => index < -shape[axis] || index >= shape[axis]))
            return new(data.Type, Gathered(use, data.Shape));
        long[] result = [.. shape.Take(axis), .. picked, .. shape.Skip(axis + 1)];
        if (Indices.Count(result) is null)
            return new(data.Type, null);

        long inner = shape.Skip(axis + 1).Aggregate(1L, (product, length) => product * length);
        long outer = shape.Take(axis).Aggregate(1L, (product, length) => product * length);
        int[] positions = [.. from block in Range(outer) from index in indices from position in Range(inner)
            select (int)((block * shape[axis] + (index < 0 ? index + shape[axis] : index)) * inner + position)];
        return Value.Of(data.Type, constant.Pick(result, positions));
    }

    /// <summary>The shape of what is taken of samples; null if it is not known.</summary>
    private static IReadOnlyList<Extent>? Gathered(NodeUse use, IReadOnlyList<Extent>? shape) =>
        shape is not null && use.Input(1).Shape is { } picked && NodeUse.Axis(use.Integer("axis", 0), shape.Count) is { } axis ? [.. shape.Take(axis), .. picked, .. shape.Skip(axis + 1)] : null;

    public override void Translate(NodeUse use, LayerList layers)
    {
        List<int> sample = [.. use.Sample(0)];
        if (NodeUse.Axis(use.Integer("axis", 0), sample.Count + 1) is not (> 0 and var axis) || (use.Input(1).Constant as IntegerConstant)?.Numbers is not [_, ..] indices || use.Result.Sample is not { } output)
            throw use.Refuse($"it makes {use.Result.ShownShape} of {use.Input(0).ShownShape}", "Channels or features that are known while importing are taken: export the model so");
        long length = sample[axis - 1], start = indices[0] < 0 ? indices[0] + length : indices[0];
        if (start < 0 || start + indices.Length > length || indices.Where((index, i) => (index < 0 ? index + length : index) != start + i).Any())
            throw use.Refuse("what it takes does not follow each other", "Slice takes channels or features that follow each other: export the model without it");
        string taken = SliceOperator.Take(use, layers, use.Name(0), sample, axis - 1, (start, indices.Length, 1));
        layers.Add(LayerList.Shaped(taken, use.Output, Value.Features(output)));
    }

    private static IEnumerable<long> Range(long count) => Enumerable.Range(0, (int)count).Select(i => (long)i);
}
