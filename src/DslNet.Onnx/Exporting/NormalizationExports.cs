namespace DslNet.Onnx.Exporting;

/// <summary>Normalizations. Where ONNX's operator needs a scale and a bias and the layer has none, it is written as means and a root.</summary>
internal static class NormalizationExports
{
    public static void Batch(LayerExport layer) => layer.Write(
        "BatchNormalization", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias"), layer.Tensor("running_mean"), layer.Tensor("running_var")],
        ("epsilon", layer.Float("Epsilon")), ("momentum", (float)Math.Round(1 - (double)layer.Float("Momentum"), 7)));

    public static void Row(LayerExport layer)
    {
        bool isPerPosition = layer.Flag("PerPosition") && layer.Sample.Length > 1;
        if (!isPerPosition && layer.Flag("Affine"))
            layer.Write("LayerNormalization", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias")], ("axis", layer.Axis), ("epsilon", layer.Float("Epsilon")));
        else
            WriteOut(layer, Axes(layer, 1, isPerPosition ? 1 : layer.Sample.Length), isCentered: true, ScaleShape(layer, isPerPosition));
    }

    public static void Root(LayerExport layer)
    {
        bool isPerPosition = layer.Flag("PerPosition") && layer.Sample.Length > 1;
        WriteOut(layer, Axes(layer, 1, isPerPosition ? 1 : layer.Sample.Length), isCentered: false, ScaleShape(layer, isPerPosition));
    }

    public static void Instance(LayerExport layer)
    {
        if (layer.Flag("Affine"))
            layer.Write("InstanceNormalization", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias")], ("epsilon", layer.Float("Epsilon")));
        else
            WriteOut(layer, Axes(layer, 2, layer.Sample.Length), isCentered: true, scale: null);
    }

    public static void Group(LayerExport layer)
    {
        int groups = layer.Integer("Groups");
        if (layer.Flag("Affine"))
        {
            layer.Write("GroupNormalization", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias")], ("epsilon", layer.Float("Epsilon")), ("num_groups", groups));
            return;
        }

        string rows = layer.Before("Reshape", [layer.Input, layer.Integers("groups", 0, groups, -1)]);
        string ones = layer.Model.Floats(layer.Model.NewName($"{layer.Output}_ones"), [groups], Enumerable.Repeat(1f, groups).ToArray()), zeros = layer.Model.Floats(layer.Model.NewName($"{layer.Output}_zeros"), [groups], new float[groups]);
        string normalized = layer.Before("InstanceNormalization", [rows, ones, zeros], ("epsilon", layer.Float("Epsilon")));
        layer.Write("Reshape", [normalized, layer.Integers("shape", [0, .. layer.Sample.Select(axis => (long)axis)])]);
    }

    private static void WriteOut(LayerExport layer, string axes, bool isCentered, int[]? scale)
    {
        string centered = isCentered ? layer.Before("Sub", [layer.Input, layer.Before("ReduceMean", [layer.Input, axes])]) : layer.Input;
        string variance = layer.Before("ReduceMean", [layer.Before("Mul", [centered, centered]), axes]);
        string root = layer.Before("Sqrt", [layer.Before("Add", [variance, layer.Scalar(layer.Float("Epsilon"))])]);
        string weight = scale is null ? "" : layer.Tensor("weight", scale), bias = scale is null ? "" : layer.Tensor("bias", scale);
        if (weight.Length == 0)
        {
            layer.Write("Div", [centered, root]);
            return;
        }

        string normalized = layer.Before("Div", [centered, root]);
        if (bias.Length == 0)
            layer.Write("Mul", [normalized, weight]);
        else
            layer.Write("Add", [layer.Before("Mul", [normalized, weight]), bias]);
    }

    private static string Axes(LayerExport layer, int first, int last) => layer.Integers("axes", [.. Enumerable.Range(first + layer.Axis - 1, last - first + 1).Select(axis => (long)axis)]);

    /// <summary>Tensors of channels have axes for positions behind them.</summary>
    private static int[] ScaleShape(LayerExport layer, bool isPerPosition) => isPerPosition ? [layer.Sample[0], .. layer.Sample.Skip(1).Select(_ => 1)] : layer.Sample;
}
