using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>
/// Resize, and Upsample before it, by whole factors. Which sample each value is computed from is compared with what Upsample does, so that modes of rounding and of
/// coordinates which come to the same are taken, and no others.
/// </summary>
internal sealed class ResizeOperator : Operator
{
    private const long Asymmetric = 10;

    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return input.Shape is { } shape && Lengths(use, shape) is { } lengths ? new(input.Type, lengths) : new(input.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (use.Result.Sample is not { Count: 2 or 3 } output || output[0] != sample[0] || output.Zip(sample).Any(pair => pair.First % pair.Second != 0))
            throw use.Refuse($"it makes {use.Result.ShownShape} of {use.Input(0).ShownShape}", "Upsample makes signals and images a whole number of times as long, high and wide: export the model so");
        int[] scales = [.. output.Zip(sample, (to, from) => to / from).Skip(1)];
        string mode = use.Text("mode", "nearest");
        bool isLinear = mode is "linear" or "bilinear";
        if (!isLinear && mode != "nearest" || Enumerable.Range(0, scales.Length).Any(axis => !Agrees(use, isLinear, sample[axis + 1], scales[axis])))
            throw use.Refuse($"it resizes by the mode {Names.Shown(mode)}, with {Names.Shown(Coordinates(use))} coordinates", "Upsample repeats values, or interpolates between the centres of pixels (PyTorch's align_corners=False): export the model so");
        layers.Add(new("Upsample", [.. scales.Distinct().Count() == 1 ? [Argument.Of(scales[0])] : scales.Select(scale => Argument.Of(scale)), .. isLinear ? ["Mode = UpsampleMode.Bilinear"] : Array.Empty<string>()], use.Name(0), use.Output, output));
    }

    /// <summary>Operator sets 9 and 10 have no coordinates to choose: those of Upsample.</summary>
    private static string Coordinates(NodeUse use) => use.Opset <= Asymmetric ? "asymmetric" : use.Text("coordinate_transformation_mode", "half_pixel");

    private static bool Agrees(NodeUse use, bool isLinear, int length, int scale)
    {
        string rounding = use.Opset <= Asymmetric ? "floor" : use.Text("nearest_mode", "round_prefer_floor");
        for (int i = 0; i < length * scale; i++)
        {
            double? position = Coordinates(use) switch
            {
                "half_pixel" => (i + 0.5) / scale - 0.5,
                "pytorch_half_pixel" => length * scale > 1 ? (i + 0.5) / scale - 0.5 : 0,
                "asymmetric" => (double)i / scale,
                "align_corners" => length * scale > 1 ? (double)i * (length - 1) / (length * scale - 1) : 0,
                _ => null,
            };
            if (position is not { } at)
                return false;
            double wanted = isLinear ? Math.Clamp((i + 0.5) / scale - 0.5, 0, length - 1) : i / scale;
            double has = isLinear ? Math.Clamp(at, 0, length - 1) : Math.Clamp(Rounded(at, rounding), 0, length - 1);
            if (Math.Abs(has - wanted) > 1e-9)
                return false;
        }

        return use.Integer("antialias", 0) == 0;
    }

    private static double Rounded(double at, string mode) => mode switch
    {
        "floor" => Math.Floor(at),
        "ceil" => Math.Ceiling(at),
        "round_prefer_ceil" => Math.Floor(at + 0.5),
        _ => Math.Ceiling(at - 0.5),
    };

    /// <summary>The axes of the result: as they are asked for, or scaled; null if they are not known.</summary>
    private static Extent[]? Lengths(NodeUse use, IReadOnlyList<Extent> shape)
    {
        long[] axes = use.Integers("axes") ?? [.. Enumerable.Range(0, shape.Count).Select(axis => (long)axis)];
        Extent[] result = [.. shape];
        Extent[]? sizes = use.Opset > Asymmetric && use.Has(3) ? (use.Input(3).Constant as IntegerConstant)?.Values : null;
        float[]? scales = use.Attribute("scales") is { Floats.Count: > 0 } attribute ? [.. attribute.Floats] : (use.Input(use.Opset > Asymmetric ? 2 : 1).Constant as FloatConstant)?.Values;
        if ((sizes?.Length ?? scales?.Length) != axes.Length || sizes is not null && use.Text("keep_aspect_ratio_policy", "stretch") != "stretch")
            return null;
        for (int i = 0; i < axes.Length; i++)
        {
            if (NodeUse.Axis(axes[i], shape.Count) is not { } axis)
                return null;
            Extent from = shape[axis];
            if (from.PerSample)
            {
                if (sizes is not null ? sizes[i] != from && sizes[i] != use.FixedBatch : scales![i] != 1)
                    return null;
                continue;
            }

            result[axis] = sizes is not null ? sizes[i] : (long)Math.Floor(from.Factor * (double)scales![i]);
            if (result[axis] is { PerSample: true } or { Factor: < 1 or > int.MaxValue })
                return null;
        }

        return result;
    }
}
