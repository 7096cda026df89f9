using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Shape: the axes of a value, or a run of them.</summary>
internal sealed class ShapeOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        if (use.Input(0).Shape is not { } shape)
            return new(OnnxType.Int64, null);
        int start = Clamp(use.Integer("start", 0)), end = Clamp(use.Integer("end", shape.Count));
        Extent[] axes = [.. shape.Take(end).Skip(start)];
        return Value.Of(OnnxType.Int64, new IntegerConstant([axes.Length], axes));

        int Clamp(long axis) => (int)Math.Clamp(axis < 0 ? axis + shape.Count : axis, 0, shape.Count);
    }
}
