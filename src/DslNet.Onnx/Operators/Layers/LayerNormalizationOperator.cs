using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>LayerNormalization over all values of a sample.</summary>
internal sealed class LayerNormalizationOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (NodeUse.Axis(use.Integer("axis", -1), sample.Count + 1) != 1)
            throw use.Refuse($"it normalises from axis {use.Integer("axis", -1)} of {use.Input(0).ShownShape} on", "LayerNorm normalises all values of a sample, from axis 1 on: export the model so");
        int length = sample.Aggregate(1, (product, axis) => product * axis);
        layers.Add(new("LayerNorm", [.. Argument.Named("Epsilon", use.Float("epsilon", 1e-5f), 1e-5f), .. Argument.Named("Bias", use.Has(2), true)], use.Name(0), use.Output, sample)
        {
            Parameters = [new("weight", sample, use.Values(1, "its scale", length)), .. use.Has(2) ? [new LayerParameter("bias", sample, use.Values(2, "its bias", length))] : Array.Empty<LayerParameter>()],
            Origin = Names.Shown(use.Name(1)),
        });
    }
}
