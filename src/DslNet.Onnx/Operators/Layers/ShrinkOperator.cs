using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Shrink without a bias, or with that of Softshrink; another is a method of the class.</summary>
internal sealed class ShrinkOperator : Operator
{
    private const float Usual = 0.5f;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => use.Float("lambd", Usual) >= 0 && (use.Float("bias", 0) == 0 || use.Float("bias", 0).Equals(use.Float("lambd", Usual)));

    public override void Translate(NodeUse use, LayerList layers) => layers.Add(new(
        use.Float("bias", 0) == 0 ? "HardShrink" : "Softshrink", [.. Argument.Named("Lambda", use.Float("lambd", Usual), Usual)], use.Name(0), use.Output, use.Elements(0)));
}
