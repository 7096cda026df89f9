using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators;

/// <summary>A function of single values that is no layer. Its shape is known, and may be all that is read of it.</summary>
internal sealed class ShapeOnlyOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, Writing.LayerList layers) => throw use.Refuse(
        "DslNet has no such layer", "Write it as an [Activation] of your own in the network that is imported without it");
}
