using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>ConstantOfShape: one value repeated.</summary>
internal sealed class ConstantOfShapeOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value value = use.Attribute("value")?.Tensor is { Length: 1 } tensor ? GraphBuilder.ValueOf(tensor) : Value.Of(OnnxType.Float, new FloatConstant([1], [0]));
        if (use.Input(0).Constant is not IntegerConstant shape)
            return new(value.Type, null);
        if (shape.Numbers is not { } axes || Indices.Count(axes) is not { } count)
            return new(value.Type, shape.Values);
        return value.Constant is { } constant ? Value.Of(value.Type, constant.Pick(axes, new int[count])) : new(value.Type, shape.Values);
    }
}
