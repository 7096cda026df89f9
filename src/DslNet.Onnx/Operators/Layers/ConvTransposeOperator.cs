using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>ConvTranspose over signals and images, padded alike on all sides. A size that is asked for becomes padding, as ONNX's text has it.</summary>
internal sealed class ConvTransposeOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return Axes(use) is { } axes && use.Input(1).Shape is [_, var filters, ..] && filters.Times(use.Integer("group", 1)) is { } channels && axes.All(axis => axis.Output > 0)
            ? new(input.Type, [Extent.Batch, channels, .. axes.Select(axis => (Extent)axis.Output)])
            : new(input.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        FloatConstant weight = use.Weight(1, "its weight");
        long groups = use.Integer("group", 1);
        if (Axes(use) is not { } axes || use.Result.Sample is not { } output || weight.Shape[0] != sample[0] || groups < 1 || sample[0] % groups != 0)
            throw use.Refuse($"its attributes do not fit samples of [{string.Join(", ", sample)}]", "Transposed convolutions of signals [channels, length] and images [channels, height, width] are imported");
        if (axes.DistinctBy(axis => (axis.Window.Stride, axis.Window.Dilation, axis.Window.Before, axis.Window.After, axis.More)).Count() > 1 || axes[0].Window.Before != axes[0].Window.After)
            throw use.Refuse($"it crops {string.Join(", ", axes.Select(axis => $"{axis.Window.Before} before and {axis.Window.After} behind"))}, or has another stride for each axis", "ConvTranspose crops all sides alike and has one stride: export the model so");
        WindowAxis window = axes[0].Window;
        int filters = output[0];
        Windows windows = new([.. axes.Select(axis => axis.Window)]);
        layers.Add(new(
            "ConvTranspose", "ConvTranspose" + windows.Suffix,
            [
                Argument.Of(filters), .. windows.Kernel, .. Argument.Named("Stride", window.Stride, 1), .. Argument.Named("Padding", window.Before, 0), .. Argument.Named("OutputPadding", axes[0].More, 0),
                .. Argument.Named("Dilation", window.Dilation, 1), .. Argument.Named("Groups", groups, 1), .. Argument.Named("Bias", use.Has(2), true),
            ],
            [use.Name(0)], use.Output, output)
        {
            Parameters = [new("weight", [.. weight.Shape.Select(axis => (int)axis)], weight.Values), .. use.Has(2) ? [new LayerParameter("bias", [filters], use.Values(2, "its bias", filters))] : Array.Empty<LayerParameter>()],
            MultiplyAdds = sample.Skip(1).Aggregate(1L, (product, axis) => product * axis) * weight.Length,
            Origin = Names.Shown(use.Name(1)),
        });
    }

    /// <summary>The windows, how much longer the output is than they demand, and its length; null if the attributes do not fit.</summary>
    private static (WindowAxis Window, int More, int Output)[]? Axes(NodeUse use)
    {
        if (use.Input(1).Shape is not { Count: > 2 } shape || Windows.Of(use, [.. shape.Skip(2).Select(axis => axis.Factor)]) is not { } windows)
            return null;
        int count = windows.Axes.Count;
        long[] more = use.Integers("output_padding") ?? new long[count];
        long[]? sizes = use.Integers("output_shape");
        if (more.Length != count || more.Any(amount => amount is < 0 or > 1024) || sizes is not null && sizes.Length != count)
            return null;
        string auto = use.Text("auto_pad", "NOTSET");
        var axes = new (WindowAxis, int, int)[count];
        for (int i = 0; i < count; i++)
        {
            WindowAxis axis = windows.Axes[i];
            long full = (long)axis.Stride * (axis.Input - 1) + axis.Reach + more[i];
            long? size = sizes?[i] ?? (auto is "SAME_UPPER" or "SAME_LOWER" ? (long)axis.Input * axis.Stride : null);
            if (size is { } wanted)
            {
                long total = full - wanted;
                if (total < 0 || total > int.MaxValue)
                    return null;
                int less = (int)total / 2;
                axis = auto == "SAME_UPPER" ? axis with { Before = less, After = (int)total - less } : axis with { Before = (int)total - less, After = less };
            }

            long output = full - axis.Before - axis.After;
            if (output is < 1 or > int.MaxValue)
                return null;
            axes[i] = (axis, (int)more[i], (int)output);
        }

        return axes;
    }
}
