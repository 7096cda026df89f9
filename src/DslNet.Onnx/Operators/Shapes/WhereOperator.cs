using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Where: of constants it is computed.</summary>
internal sealed class WhereOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value yes = use.Input(1), no = use.Input(2);
        if (use.Input(0).Constant is IntegerConstant condition && yes.Constant is IntegerConstant left && no.Constant is IntegerConstant right
            && condition.Shape.SequenceEqual(left.Shape) && left.Shape.SequenceEqual(right.Shape) && condition.Numbers is { } chosen)
            return Value.Of(yes.Type, new IntegerConstant(left.Shape, [.. chosen.Select((choice, i) => choice != 0 ? left.Values[i] : right.Values[i])]));
        return new(yes.Type, Broadcasting.Of(use.Input(0).Shape, Broadcasting.Of(yes.Shape, no.Shape)));
    }
}
