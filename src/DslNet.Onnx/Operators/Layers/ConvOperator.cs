using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Conv over signals and images. Padding that differs between sides is a layer before it.</summary>
internal sealed class ConvOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return Windows.Of(use, Kernel(use)) is { } windows && use.Input(1).Shape is [var filters, ..] && windows.Axes.All(axis => axis.Output() > 0)
            ? new(input.Type, [Extent.Batch, filters, .. windows.Axes.Select(axis => (Extent)axis.Output())])
            : new(input.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        FloatConstant weight = use.Weight(1, "its weight");
        Windows windows = Windows.Of(use, Kernel(use)) ?? throw use.Refuse($"its attributes do not fit samples of [{string.Join(", ", sample)}]", "Convolutions of signals [channels, length] and images [channels, height, width] are imported");
        long groups = use.Integer("group", 1);
        if (groups < 1 || weight.Shape[0] % groups != 0 || weight.Shape[1] * groups != sample[0] || use.Result.Sample is not { } output)
            throw use.Refuse($"the weight [{string.Join(", ", weight.Shape)}] in {groups} groups does not fit samples of [{string.Join(", ", sample)}]", "The file is no valid model: export it again");

        string reads = use.Name(0);
        IReadOnlyList<string>? padding = windows.Padding(windows.Axes.Min(axis => axis.Reach) - 1);
        if (padding is null)
        {
            Layer pad = windows.Padded(use, layers);
            layers.Add(pad);
            reads = pad.Writes;
        }

        int filters = (int)weight.Shape[0];
        bool isDepthwise = groups == sample[0] && groups > 1;
        List<string> arguments =
        [
            .. isDepthwise ? [] : new[] { Argument.Of(filters) }, .. windows.Kernel, .. isDepthwise ? Argument.Named("Multiplier", filters / groups, 1) : [],
            .. Argument.Named("Stride", windows.Stride(use), 1), .. padding ?? [], .. Argument.Named("Dilation", windows.Dilation(use), 1),
            .. isDepthwise ? [] : Argument.Named("Groups", groups, 1), .. Argument.Named("Bias", use.Has(2), true),
        ];
        string kind = isDepthwise ? "DepthwiseConv" : "Conv";
        layers.Add(new(kind, kind + windows.Suffix, arguments, [reads], use.Output, output)
        {
            Parameters = [new("weight", [.. weight.Shape.Select(axis => (int)axis)], weight.Values), .. use.Has(2) ? [new LayerParameter("bias", [filters], use.Values(2, "its bias", filters))] : Array.Empty<LayerParameter>()],
            MultiplyAdds = output.Aggregate(1L, (product, axis) => product * axis) * weight.Length / filters,
            Origin = Names.Shown(use.Name(1)),
        });
    }

    /// <summary>The axes of the weight's kernel.</summary>
    private static long[]? Kernel(NodeUse use) => use.Input(1).Shape is { Count: > 2 } shape && shape.All(axis => !axis.PerSample) ? [.. shape.Skip(2).Select(axis => axis.Factor)] : null;
}
