using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>
/// Clip. Its bounds are attributes before operator set 11 and inputs since; one that is left out is the lowest or the largest float32, as ONNX has it.
/// </summary>
internal sealed class ClipOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => Bounds(use) is var (low, high) && low < high;

    public override void Translate(NodeUse use, LayerList layers)
    {
        (float low, float high) = Bounds(use) ?? throw use.Refuse($"its bound “{Names.Shown(use.Name(use.InputCount - 1))}” is no constant", "Export the model with constant bounds");
        if (!(low < high))
            throw use.Refuse($"its bounds are {Argument.Of(low)} and {Argument.Of(high)}", "Export the model with a lower bound below the upper one");
        (string attribute, string[] arguments) = (low, high) switch
        {
            (0, 6) => ("ReLU6", Array.Empty<string>()),
            (0, float.MaxValue or float.PositiveInfinity) => ("ReLU", []),
            _ => ("HardTanh", [.. Argument.Named("MinValue", Math.Max(low, float.MinValue), -1), .. Argument.Named("MaxValue", Math.Min(high, float.MaxValue), 1)]),
        };
        layers.Add(new(attribute, arguments, use.Name(0), use.Output, use.Elements(0)));
    }

    /// <summary>The bounds; null if one is no constant.</summary>
    public static (float Low, float High)? Bounds(NodeUse use) =>
        Bound(use, "min", 1, float.MinValue) is { } low && Bound(use, "max", 2, float.MaxValue) is { } high ? (low, high) : null;

    private static float? Bound(NodeUse use, string name, int input, float otherwise) =>
        use.Attribute(name)?.Float ?? (!use.Has(input) ? otherwise : use.Input(input).Constant is FloatConstant { Length: 1 } bound ? bound.Values[0] : null);
}
