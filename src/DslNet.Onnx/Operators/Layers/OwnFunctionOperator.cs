using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>A function of single values that a pass has put together: a method of the class.</summary>
internal sealed class OwnFunctionOperator : Operator
{
    public override bool IsLayer(NodeUse use) => true;

    public override void Translate(NodeUse use, LayerList layers)
    {
        if (use.Formula is not { } formula || FormulaText.Of(formula) is null)
            throw use.Refuse("the import has no layer for it", "Export the model without it");
        layers.AddFunction(NameOf(formula), formula, use.Name(0), use.Output, use.Elements(0));
    }

    /// <summary>One word for one operation, and a common one for several.</summary>
    public static string NameOf(Formula formula) => formula.Operands.Any(operand => operand.Operands.Length > 0) ? "Function" : formula.Function switch
    {
        "+" => "Plus",
        "-" => "Minus",
        "*" => formula.Operands.All(operand => operand.Function == Formula.Variable) ? "Square" : "Times",
        "/" => formula.Operands[0].Function == Formula.Constant ? "Reciprocal" : "Over",
        "neg" => "Negative",
        "Max" => "AtLeast",
        "Min" => "AtMost",
        "?" => "Choice",
        "sigmoid" or "softplus" => "Function",
        var function => function,
    };
}
