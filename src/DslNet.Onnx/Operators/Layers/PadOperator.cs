using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Pad around signals and images: an attribute says how much before operator set 11, an input since.</summary>
internal sealed class PadOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return input.Shape is { } shape && Sides(use, shape.Count) is { } sides && shape.Zip(sides).All(pair => !pair.First.PerSample || pair.Second == (0, 0))
            ? new(input.Type, [.. shape.Zip(sides, (axis, side) => axis.PerSample ? axis : (Extent)(axis.Factor + side.Before + side.After))])
            : new(input.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (Sides(use, sample.Count + 1) is not { } sides || use.Result.Sample is not { } output)
            throw use.Refuse("how much it pads is not known, or negative", "Export the model with constant padding");
        if (sample.Count == 1 || sides[0] != (0, 0) || sides[1] != (0, 0))
            throw use.Refuse($"it pads samples, channels or features of {use.Input(0).ShownShape}", "Positions of signals and images are padded");
        string mode = use.Text("mode", "constant");
        float value = Filling(use);
        string[] modes = mode switch
        {
            "constant" when value == 0 => [],
            "reflect" => ["Mode = PadMode.Reflect"],
            "edge" => ["Mode = PadMode.Replicate"],
            _ => throw use.Refuse($"it pads by the mode {Names.Shown(mode)}{(mode == "constant" ? $" with {Argument.Of(value)}" : "")}", "Pad has zeros, a reflection, or the value at the border"),
        };
        layers.Add(new("Pad", [.. PadArguments.Of(sides.Skip(2)), .. modes], use.Name(0), use.Output, output));
    }

    /// <summary>How many zeros are put before and behind each axis; null if it is not known, or others are put there.</summary>
    public static (int Before, int After)[]? Zeros(NodeUse use) =>
        use.Text("mode", "constant") == "constant" && Filling(use) == 0 && use.Input(0).Shape is { } shape ? Sides(use, shape.Count) : null;

    private static float Filling(NodeUse use) => use.Has(2) ? use.Input(2).Constant is FloatConstant { Length: 1 } constant ? constant.Values[0] : float.NaN : use.Float("value", 0);

    /// <summary>What is put before and behind each axis; null if it is not known.</summary>
    private static (int Before, int After)[]? Sides(NodeUse use, int rank)
    {
        if (use.Integers("pads", 1) is not { } pads || pads.Any(pad => pad is < 0 or > int.MaxValue / 4))
            return null;
        long[]? axes = use.Has(3) ? use.Integers("axes", 3) : [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];
        if (axes is null || pads.Length != 2 * axes.Length)
            return null;
        var sides = new (int, int)[rank];
        for (int i = 0; i < axes.Length; i++)
        {
            if (NodeUse.Axis(axes[i], rank) is not { } axis)
                return null;
            sides[axis] = ((int)pads[i], (int)pads[i + axes.Length]);
        }

        return sides;
    }
}
