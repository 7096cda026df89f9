namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>What slides a window over an image, or over a signal, which is an image of one row.</summary>
/// <param name="Input">The shape of the image.</param>
/// <param name="Arguments">The arguments of the layer: of the window, its stride and its padding.</param>
/// <param name="IsPadded">Whether anything is padded.</param>
/// <param name="Why">Why no layer does it.</param>
internal sealed record Windowed(string Input, string Arguments, bool IsPadded, string? Why = null)
{
    public static Windowed Of(NodeTest test)
    {
        int[] shape = test.Inputs[0].Shape, axes = shape[2..], kernel = test.Node.Integers("kernel_shape");
        int[] stride = test.Node.Integers("strides", [.. axes.Select(_ => 1)]), dilations = test.Node.Integers("dilations", [.. axes.Select(_ => 1)]);
        if (axes.Length > 2)
            return None("has three spatial axes");
        if (dilations.Any(dilation => dilation > 1))
            return None("is dilated");
        if (stride.Distinct().Count() > 1)
            return None("has a stride for each axis");

        int[] output = test.Outputs[0].Shape[2..];
        string automatic = test.Node.Text("auto_pad", "NOTSET");
        int[] pads = test.Node.Integers("pads", new int[2 * axes.Length]);
        if (automatic != "NOTSET")
        {
            int[] missing = [.. axes.Select((length, i) => Math.Max(0, (output[i] - 1) * stride[i] + kernel[i] - length))];
            pads = [.. missing.Select(all => automatic == "SAME_UPPER" ? all / 2 : all - all / 2), .. missing.Select(all => automatic == "SAME_UPPER" ? all - all / 2 : all / 2)];
        }

        bool isSame = automatic == "SAME_UPPER" || (automatic == "SAME_LOWER" && pads.Distinct().Count() == 1);
        if (automatic == "SAME_LOWER" && !isSame)
            return None("pads more at the beginning");
        if (!isSame && pads.Distinct().Count() > 1)
            return None("pads rows and columns differently");

        string rows = axes.Length == 1 ? "1, " : "";
        string padding = isSame ? "Padding.Same" : FormattableString.Invariant($"{pads[0]}");
        return new(
            FormattableString.Invariant($"{shape[1]}, {rows}{string.Join(", ", axes)}"),
            FormattableString.Invariant($"{rows}{string.Join(", ", kernel)}, Stride = {stride[0]}, Padding = {padding}"), pads.Any(pad => pad > 0));
    }

    private static Windowed None(string why) => new("", "", false, why);
}
