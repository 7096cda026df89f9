using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Gemm: alpha · A · B + beta · C, a dense layer where A are samples and B and C are constant. MatMul is one without C.</summary>
internal sealed class GemmOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value data = use.Input(0);
        if (use.Operator == "MatMul" && data.Shape is { Count: > 2 } axes)
            return new(data.Type, use.Input(1).Shape is [_, var last] ? [.. axes.SkipLast(1), last] : null);
        return data.Shape is [var samples, ..] && use.Input(1).Shape is [var rows, var columns]
            ? new(data.Type, [samples, use.Integer("transB", 0) != 0 ? rows : columns])
            : new(data.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        if (use.Integer("transA", 0) != 0)
            throw use.Refuse("it transposes its samples (transA = 1)", "Export the model with the batch first");
        if (use.Sample(0) is not [var inputs])
            throw use.Refuse($"it multiplies samples of [{string.Join(", ", use.Sample(0))}]", "A dense layer reads a vector: flatten it before, or export the model without axes between batch and features");
        FloatConstant b = use.Weight(1, "what it multiplies by");
        bool isTransposed = use.Integer("transB", 0) != 0;
        if (b.Shape is not [var rows, var columns] || (isTransposed ? columns : rows) != inputs)
            throw use.Refuse($"the weight [{string.Join(", ", b.Shape)}] does not fit {inputs} features", "The file is no valid model: export it again");

        int outputs = (int)(isTransposed ? rows : columns);
        if (outputs == 0)
            throw use.Refuse("it has no outputs", "Export the model without it");
        float[] weight = Scaled((FloatConstant)(isTransposed ? b : b.Pick([outputs, inputs], Indices(outputs, inputs))), use.Float("alpha", 1));
        List<LayerParameter> parameters = [new("weight", [outputs, inputs], weight)];
        if (use.Has(2))
            parameters.Add(new("bias", [outputs], Bias(use, outputs)));
        layers.Add(new("Dense", [outputs.ToString(CultureInfo.InvariantCulture), .. Argument.Named("Bias", use.Has(2), true)], use.Name(0), use.Output, [outputs])
        {
            Parameters = parameters,
            MultiplyAdds = (long)inputs * outputs,
            Origin = Names.Shown(use.Name(1)),
        });
    }

    private static int[] Indices(int outputs, int inputs) => Shapes.Indices.Walk([outputs, inputs], [1, outputs]);

    /// <summary>The bias of each output: one for all, or one each, but not one for each sample.</summary>
    private static float[] Bias(NodeUse use, int outputs)
    {
        FloatConstant c = use.Weight(2, "what it adds");
        if (c.Length != 1 && c.Length != outputs || c.Length > 1 && c.Shape[^1] != outputs)
            throw use.Refuse($"it adds [{string.Join(", ", c.Shape)}], another value for each sample of a batch", "Export the model with one bias for each output");
        float[] scaled = Scaled(c, use.Float("beta", 1));
        return scaled.Length == outputs ? scaled : [.. Enumerable.Repeat(scaled[0], outputs)];
    }

    private static float[] Scaled(FloatConstant constant, float factor) => factor.Equals(1) ? constant.Values : [.. constant.Values.Select(value => value * factor)];
}
