using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Expand: a value repeated along axes.</summary>
internal sealed class ExpandOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        IReadOnlyList<Extent>? shape = use.Input(1).Constant is IntegerConstant to ? Broadcasting.Of(input.Shape, to.Values) : null;
        return input.Constant is { } constant && shape is not null && shape.All(axis => !axis.PerSample) && shape.Select(axis => axis.Factor).ToArray() is var axes && Indices.Count(axes) is not null
            ? Value.Of(input.Type, constant.Pick(axes, Indices.Walk(axes, Indices.Broadcast(constant.Shape, axes))))
            : new(input.Type, shape);
    }
}
