namespace DslNet.Onnx.Exporting;

/// <summary>Products with weights, joins, and what values are taken from.</summary>
internal static class ValueExports
{
    public static void Dense(LayerExport layer)
    {
        string weight = layer.Tensor("weight"), bias = layer.Tensor("bias");
        if (!layer.IsFrame)
        {
            layer.Write("Gemm", [layer.Input, weight, bias], ("transB", 1));
            return;
        }

        string transposed = layer.Before("Transpose", [weight], ("perm", new[] { 1, 0 }));
        if (bias.Length == 0)
            layer.Write("MatMul", [layer.Input, transposed]);
        else
            layer.Write("Add", [layer.Before("MatMul", [layer.Input, transposed]), bias]);
    }

    /// <summary>Sums and products of any number of values; a vector beside images gets axes for their positions.</summary>
    public static void Join(LayerExport layer, string operatorName)
    {
        int rank = layer.Inputs.Max(input => input.Shape.Rank);
        string[] values = [.. layer.Inputs.Select(input => input.Shape.Rank == rank
            ? input.Name
            : layer.Before("Unsqueeze", [input.Name, layer.Integers("axes", [.. Enumerable.Range(input.Shape.Rank + 1, rank - input.Shape.Rank).Select(axis => (long)axis)])]))];
        string joined = values[0];
        foreach (string value in values[1..^1])
            joined = layer.Before(operatorName, [joined, value]);
        layer.Write(operatorName, [joined, values[^1]]);
    }

    public static void Concat(LayerExport layer) => layer.Write(
        "Concat", [.. layer.Inputs.Select(input => input.Name)], ("axis", layer.Argument<ConcatAxis>("Axis") switch { ConcatAxis.Channels => layer.Axis, ConcatAxis.Width => 3, _ => 2 }));

    /// <summary>Rows of the table, whose features are channels here: of several tokens they are transposed.</summary>
    public static void Embedding(LayerExport layer)
    {
        string rows = layer.Before("Gather", [layer.Tensor("weight"), layer.Input], ("axis", 0));
        if (layer.Result.Length == 1)
            layer.Write("Flatten", [rows], ("axis", 1));
        else
            layer.Write("Transpose", [rows], ("perm", new[] { 0, 2, 1 }));
    }

    /// <summary>A slope, or one for each channel, which has axes for positions behind it.</summary>
    public static void Slopes(LayerExport layer) => layer.Write(
        "PRelu", [layer.Input, layer.Tensor("weight", layer.Flag("PerChannel") ? [layer.Sample[0], .. layer.Sample.Skip(1).Select(_ => 1)] : [1])]);

    public static void Threshold(LayerExport layer)
    {
        if (layer.Float("Value") == 0 && layer.Float("Threshold") >= 0)
        {
            layer.Write("ThresholdedRelu", [layer.Input], ("alpha", layer.Float("Threshold")));
            return;
        }

        string isGreater = layer.Before("Greater", [layer.Input, layer.Scalar(layer.Float("Threshold"))]);
        layer.Write("Where", [isGreater, layer.Input, layer.Scalar(layer.Float("Value"))]);
    }
}
