using DslNet.Onnx.Operators.Layers;

namespace DslNet.Onnx.Exporting;

/// <summary>Convolutions, poolings, and what changes how many positions there are. Padding is written in numbers: runtimes differ about the named kinds.</summary>
internal static class WindowExports
{
    public static void Convolution(LayerExport layer)
    {
        int[] kernel = Kernel(layer);
        int stride = layer.Integer("Stride"), dilation = layer.Integer("Dilation");
        int groups = layer.TryArgument("Groups", out int own) ? own : layer.Sample[0];
        layer.Write(
            "Conv", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias")],
            ("kernel_shape", kernel), ("strides", Each(kernel, stride)), ("dilations", Each(kernel, dilation)), ("group", groups), ("pads", Pads(layer, kernel, stride, dilation)));
    }

    public static void Transposed(LayerExport layer)
    {
        int[] kernel = Kernel(layer);
        int padding = layer.Integer("Padding");
        layer.Write(
            "ConvTranspose", [layer.Input, layer.Tensor("weight"), layer.Tensor("bias")],
            ("kernel_shape", kernel), ("strides", Each(kernel, layer.Integer("Stride"))), ("dilations", Each(kernel, layer.Integer("Dilation"))), ("group", layer.Integer("Groups")),
            ("pads", Each([.. kernel, .. kernel], padding)), ("output_padding", Each(kernel, layer.Integer("OutputPadding"))));
    }

    public static void Pool(LayerExport layer, string operatorName)
    {
        int[] kernel = Kernel(layer);
        int stride = layer.Integer("Stride");
        int[] strides = stride == 0 ? kernel : Each(kernel, stride), pads = Pads(layer, kernel, stride, 1);
        List<(string, object)> attributes = [("kernel_shape", kernel), ("strides", strides), ("pads", pads), ("ceil_mode", layer.Flag("CeilMode") ? 1 : 0)];
        if (operatorName == "AveragePool")
            attributes.Add(("count_include_pad", layer.Flag("CountIncludePad") ? 1 : 0));
        layer.Write(operatorName, [layer.Input], [.. attributes]);
    }

    /// <summary>Means of windows that may differ by a position: products with a matrix for each axis.</summary>
    public static void AdaptiveMean(LayerExport layer)
    {
        int[] sample = layer.Sample, result = layer.Result;
        string rows = sample.Length == 3 ? layer.Before("MatMul", [Means(layer, sample[1], result[1], isBefore: true), layer.Input]) : layer.Input;
        layer.Write("MatMul", [rows, Means(layer, sample[^1], result[^1], isBefore: false)]);
    }

    public static void Pad(LayerExport layer)
    {
        int[] before = layer.Sample.Length == 3 ? [layer.Integer("Top"), layer.Integer("Left")] : [layer.Integer("Left")];
        int[] behind = layer.Sample.Length == 3 ? [layer.Integer("Bottom"), layer.Integer("Right")] : [layer.Integer("Right")];
        string pads = layer.Integers("pads", [0, 0, .. before.Select(amount => (long)amount), 0, 0, .. behind.Select(amount => (long)amount)]);
        string mode = layer.Argument<PadMode>("Mode") switch { PadMode.Reflect => "reflect", PadMode.Replicate => "edge", _ => "constant" };
        if (mode != "constant")
        {
            layer.Write("Pad", [layer.Input, pads], ("mode", mode));
            return;
        }

        // ONNX Runtime makes zeros before a MaxPool its padding, which is no zero. This maximum changes nothing, and keeps them apart.
        layer.Write("Max", [layer.Before("Pad", [layer.Input, pads], ("mode", mode)), layer.Scalar(float.MinValue)]);
    }

    public static void Upsample(LayerExport layer)
    {
        float[] scales = [1, 1, .. layer.Result.Skip(1).Zip(layer.Sample.Skip(1), (to, from) => (float)(to / from))];
        string tensor = layer.Model.Floats(layer.Model.NewName($"{layer.Output}_scales"), [scales.Length], scales);
        if (layer.Argument<UpsampleMode>("Mode") == UpsampleMode.Nearest)
            layer.Write("Resize", [layer.Input, "", tensor], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"));
        else
            layer.Write("Resize", [layer.Input, "", tensor], ("mode", "linear"), ("coordinate_transformation_mode", "half_pixel"));
    }

    private static int[] Kernel(LayerExport layer) => layer.Sample.Length == 3 ? [layer.Integer("KernelHeight"), layer.Integer("KernelWidth")] : [layer.Integer("Kernel")];

    private static int[] Each(int[] kernel, int value) => [.. kernel.Select(_ => value)];

    /// <summary>Padding before all axes, then behind all.</summary>
    private static int[] Pads(LayerExport layer, int[] kernel, int stride, int dilation)
    {
        int padding = layer.Integer("Padding");
        if (padding != Padding.Same)
            return [.. kernel.Select(_ => padding), .. kernel.Select(_ => padding)];
        WindowAxis[] axes = [.. kernel.Select((length, axis) => new WindowAxis(layer.Sample[axis + 1], length, stride == 0 ? length : stride, dilation, 0, 0).Same(moreBefore: false))];
        return [.. axes.Select(axis => axis.Before), .. axes.Select(axis => axis.After)];
    }

    private static string Means(LayerExport layer, int from, int to, bool isBefore)
    {
        float[] matrix = new float[from * to];
        for (int window = 0; window < to; window++)
        {
            int begin = window * from / to, end = ((window + 1) * from + to - 1) / to;
            for (int position = begin; position < end; position++)
                matrix[isBefore ? window * from + position : position * to + window] = 1f / (end - begin);
        }

        return layer.Model.Floats(layer.Model.NewName($"{layer.Output}_means"), isBefore ? [to, from] : [from, to], matrix);
    }
}
