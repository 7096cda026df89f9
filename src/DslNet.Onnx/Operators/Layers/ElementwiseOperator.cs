using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>A function of single values that is no layer by itself: <see cref="Passes.OwnFunctions"/> makes a method of it. Of constants it is computed.</summary>
internal sealed class ElementwiseOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return input.Constant is FloatConstant floats && Elementwise.Apply(use, [Formula.X]) is { } formula && FormulaText.Of(formula) is not null
            ? Value.Of(OnnxType.Float, new FloatConstant(floats.Shape, [.. floats.Values.Select(value => (float)formula.Evaluate(value))]))
            : input with { Constant = null };
    }

    public override void Translate(NodeUse use, Writing.LayerList layers) => throw use.Refuse(
        "DslNet has no such layer", "Write it as an [Activation] of your own in the network that is imported without it");
}
