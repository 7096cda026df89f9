using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>HardSigmoid, whose slope is 0.2 by default in ONNX and 1/6 in PyTorch and here.</summary>
internal sealed class HardSigmoidOperator : Operator
{
    private const float Slope = 1f / 6, Usual = 0.2f, Shift = 0.5f;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => Math.Abs(use.Float("alpha", Usual) - Slope) <= MathF.BitIncrement(Slope) - Slope && use.Float("beta", Shift).Equals(Shift);

    public override void Translate(NodeUse use, LayerList layers)
    {
        float alpha = use.Float("alpha", Usual), beta = use.Float("beta", Shift);
        if (!IsLayer(use))
            throw use.Refuse($"its slope is {Argument.Of(alpha)} and its shift {Argument.Of(beta)}", "HardSigmoid has 1/6 and 0.5; write another as an [Activation] of your own");
        layers.Add(new("HardSigmoid", [], use.Name(0), use.Output, use.Elements(0)));
    }
}
