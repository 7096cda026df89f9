using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>
/// Means, sums and maxima along axes: over the last ones a pooling of everything, over the channels a convolution whose weights are alike. What is computed of
/// each value before, and of each result behind, are methods of the class.
/// </summary>
/// <param name="isMax">Whether it is a maximum, else a mean or a sum.</param>
/// <param name="isSum">Whether it is a sum.</param>
/// <param name="before">What is reduced, of each value; null for the value itself.</param>
/// <param name="behind">What the result is, of what was reduced; null if it is that.</param>
internal sealed class ReduceOperator(bool isMax = false, bool isSum = false, Formula? before = null, Formula? behind = null) : Operator
{
    private const long AxesAreInputsSince = 13;

    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        if (input.Shape is not { } shape || Axes(use, shape.Count) is not { } axes)
            return new(input.Type, null);
        bool keeps = use.Integer("keepdims", 1) != 0;
        return new(input.Type, [.. shape.Select((axis, i) => (axis, i)).Where(pair => keeps || !axes.Contains(pair.i)).Select(pair => axes.Contains(pair.i) ? 1 : pair.axis)]);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (Axes(use, sample.Count + 1) is not { Length: > 0 } axes || axes[0] == 0 || use.Result.Sample is not { } output)
            throw use.Refuse($"it makes {use.Result.ShownShape} of {use.Input(0).ShownShape}", "Values of a sample are reduced, not samples: export the model with axes from 1 on");
        int first = axes[0] - 1, outer = sample.Take(first).Aggregate(1, (product, axis) => product * axis), rest = sample.Skip(first + axes.Length).Aggregate(1, (product, axis) => product * axis);
        int count = sample.Skip(first).Take(axes.Length).Aggregate(1, (product, axis) => product * axis);
        if (axes[^1] - axes[0] != axes.Length - 1 || rest > 1 && (outer > 1 || isMax))
            throw use.Refuse($"it runs along the axes {string.Join(", ", axes)} of {use.Input(0).ShownShape}", "The last axes of a sample are reduced, or the first ones by means and sums");

        string each = Function(layers, before, use.Name(0), sample);
        string reduced = rest > 1 ? OverChannels(layers, each, count, rest) : OverPositions(layers, each, sample[0] == outer && sample.Count > 1, outer, count);

        // A pooling is a mean: a sum is as many times as much.
        Formula? last = isSum && rest == 1 ? (behind ?? Formula.X).After(Formula.X * count) : behind;
        layers.Add(LayerList.Shaped(Function(layers, last, reduced, [outer * rest]), use.Output, Value.Features(output)));
    }

    /// <summary>Adds what is computed of single values, if anything is.</summary>
    private static string Function(LayerList layers, Formula? formula, string value, IReadOnlyList<int> shape)
    {
        if (formula is null)
            return value;
        string result = layers.Between();
        layers.AddFunction(OwnFunctionOperator.NameOf(formula), formula, value, result, shape);
        return result;
    }

    private string OverPositions(LayerList layers, string value, bool isOfChannels, int outer, int count)
    {
        string rows = isOfChannels ? value : layers.Between(), pooled = layers.Between();
        if (!isOfChannels)
            layers.Add(LayerList.Shaped(value, rows, [outer, count]));
        layers.Add(new(isMax ? "GlobalMaxPool" : "GlobalAvgPool", [], rows, pooled, [outer]));
        return pooled;
    }

    private string OverChannels(LayerList layers, string value, int channels, int positions)
    {
        string signal = layers.Between(), reduced = layers.Between(), flat = layers.Between();
        layers.Add(LayerList.Shaped(value, signal, [channels, positions]));
        layers.Add(new("Conv", "Conv1D", ["1", "1", "Bias = false"], [signal], reduced, [1, positions])
        {
            Parameters = [new("weight", [1, channels, 1], [.. Enumerable.Repeat(isSum ? 1 : 1f / channels, channels)])],
            MultiplyAdds = (long)channels * positions,
        });
        layers.Add(LayerList.Shaped(reduced, flat, [positions]));
        return flat;
    }

    /// <summary>The axes, counted from the first, in order; null if they are not known.</summary>
    private static int[]? Axes(NodeUse use, int rank)
    {
        long[]? axes = use.Integers("axes", use.Opset >= AxesAreInputsSince ? 1 : -1);
        if (axes is null && use.Has(1))
            return null;
        if (axes is not { Length: > 0 })
            return use.Integer("noop_with_empty_axes", 0) != 0 ? null : [.. Enumerable.Range(0, rank)];
        int?[] counted = [.. axes.Select(axis => NodeUse.Axis(axis, rank)).Order()];
        return counted.Contains(null) || counted.Distinct().Count() < counted.Length ? null : [.. counted.Select(axis => axis!.Value)];
    }
}
