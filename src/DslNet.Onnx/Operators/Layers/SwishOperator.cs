using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Swish with a factor of 1, which is SiLU.</summary>
internal sealed class SwishOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => use.Float("alpha", 1).Equals(1);

    public override void Translate(NodeUse use, LayerList layers)
    {
        if (!IsLayer(use))
            throw use.Refuse($"its factor is {Argument.Of(use.Float("alpha", 1))}", "SiLU has 1; write another as an [Activation] of your own");
        layers.Add(new("SiLU", [], use.Name(0), use.Output, use.Elements(0)));
    }
}
