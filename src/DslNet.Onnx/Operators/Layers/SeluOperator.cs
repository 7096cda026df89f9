using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Selu with the constants of its paper.</summary>
internal sealed class SeluOperator : Operator
{
    private const float Alpha = 1.67326319217681884765625f, Gamma = 1.05070102214813232421875f;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => use.Float("alpha", Alpha).Equals(Alpha) && use.Float("gamma", Gamma).Equals(Gamma);

    public override void Translate(NodeUse use, LayerList layers)
    {
        float alpha = use.Float("alpha", Alpha), gamma = use.Float("gamma", Gamma);
        if (!IsLayer(use))
            throw use.Refuse($"its constants are {Argument.Of(alpha)} and {Argument.Of(gamma)}", "SELU has those of its paper; write others as an [Activation] of your own");
        layers.Add(new("SELU", [], use.Name(0), use.Output, use.Elements(0)));
    }
}
