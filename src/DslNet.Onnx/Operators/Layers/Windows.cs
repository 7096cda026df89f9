using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>The windows of a convolution or a pooling, and how they are written: as a signal's or an image's.</summary>
/// <param name="Axes">The axes.</param>
internal sealed record Windows(IReadOnlyList<WindowAxis> Axes)
{
    private const int Largest = 1 << 20;

    /// <summary>The end of the layer's name.</summary>
    public string Suffix => Axes.Count == 1 ? "1D" : "2D";

    /// <summary>The windows of a node; null if the node's attributes do not fit its input.</summary>
    public static Windows? Of(NodeUse use, IReadOnlyList<long>? kernel)
    {
        if (use.Input(0).Sample is not { Count: 2 or 3 } sample || kernel is null || kernel.Count != sample.Count - 1)
            return null;
        int count = kernel.Count;
        long[] strides = use.Integers("strides") ?? Ones(), dilations = use.Integers("dilations") ?? Ones(), pads = use.Integers("pads") ?? new long[2 * count];
        if (strides.Length != count || dilations.Length != count || pads.Length != 2 * count || pads.Any(pad => pad is < 0 or > Largest)
            || kernel.Concat(strides).Concat(dilations).Any(length => length is < 1 or > Largest))
            return null;
        string auto = use.Text("auto_pad", "NOTSET");
        var axes = new WindowAxis[count];
        for (int i = 0; i < count; i++)
        {
            WindowAxis axis = new(sample[i + 1], (int)kernel[i], (int)strides[i], (int)dilations[i], (int)pads[i], (int)pads[i + count]);
            if ((long)axis.Kernel * axis.Dilation > Largest)
                return null;
            axes[i] = auto switch
            {
                "SAME_UPPER" => axis.Same(moreBefore: false),
                "SAME_LOWER" => axis.Same(moreBefore: true),
                "VALID" => axis with { Before = 0, After = 0 },
                _ => axis,
            };
        }

        return new(axes);

        long[] Ones() => [.. Enumerable.Repeat(1L, count)];
    }

    /// <summary>The axes of a sample of the output.</summary>
    public IReadOnlyList<int> Output(int channels, bool ceil = false) => [channels, .. Axes.Select(axis => axis.Output(ceil))];

    /// <summary>The kernel as arguments: one number if it is square.</summary>
    public IEnumerable<string> Kernel => Axes.Select(axis => axis.Kernel).Distinct().Count() == 1 ? [Argument.Of(Axes[0].Kernel)] : Axes.Select(axis => Argument.Of(axis.Kernel));

    /// <summary>The one stride of all axes; a refusal if there are several.</summary>
    public int Stride(NodeUse use) => Single(use, "stride", axis => axis.Stride);

    /// <summary>The one dilation of all axes; a refusal if there are several.</summary>
    public int Dilation(NodeUse use) => Single(use, "dilation", axis => axis.Dilation);

    /// <summary>The argument for the padding, if the layer has one for it: the same on all sides, or as much as keeps positions.</summary>
    /// <param name="limit">The most that the layer takes.</param>
    public IReadOnlyList<string>? Padding(int limit)
    {
        int side = Axes[0].Before;
        if (Axes.All(axis => axis.Before == side && axis.After == side) && side <= limit)
            return [.. Argument.Named("Padding", side, 0)];
        return Axes.All(axis => axis.Same(moreBefore: false) == axis) ? ["Padding = Padding.Same"] : null;
    }

    /// <summary>The input with zeros around it, as a layer of its own.</summary>
    public Layer Padded(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        return new("Pad", PadArguments.Of(Axes.Select(axis => (axis.Before, axis.After))), use.Name(0), layers.Between(), [sample[0], .. Axes.Select(axis => axis.Before + axis.Input + axis.After)]);
    }

    private int Single(NodeUse use, string what, Func<WindowAxis, int> of)
    {
        int[] values = [.. Axes.Select(of).Distinct()];
        return values is [var single] ? single : throw use.Refuse($"it has another {what} for each axis, {string.Join(" and ", Axes.Select(of))}", $"Layers have one {what}: export the model with one");
    }
}
