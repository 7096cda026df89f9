using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>InstanceNormalization, which always has a scale and a bias.</summary>
internal sealed class InstanceNormalizationOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        layers.Add(new("InstanceNorm", [.. Argument.Named("Epsilon", use.Float("epsilon", 1e-5f), 1e-5f), "Affine = true"], use.Name(0), use.Output, sample)
        {
            Parameters = [new("weight", [sample[0]], use.Values(1, "its scale", sample[0])), new("bias", [sample[0]], use.Values(2, "its bias", sample[0]))],
            Origin = Names.Shown(use.Name(1)),
        });
    }
}
