using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Constant: a tensor, or numbers, as an attribute.</summary>
internal sealed class ConstantOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        if (use.Attribute("value")?.Tensor is { } tensor)
            return GraphBuilder.ValueOf(tensor);
        if (use.Attribute("value_float")?.Float is { } number)
            return Value.Of(OnnxType.Float, new FloatConstant([], [number]));
        if (use.Attribute("value_floats") is { } numbers)
            return Value.Of(OnnxType.Float, new FloatConstant([numbers.Floats.Count], [.. numbers.Floats]));
        if (use.Attribute("value_int")?.Integer is { } integer)
            return Value.Of(OnnxType.Int64, new IntegerConstant([], [integer]));
        return use.Attribute("value_ints") is { } integers
            ? Value.Of(OnnxType.Int64, new IntegerConstant([integers.Integers.Count], [.. integers.Integers.Select(each => (Extent)each)]))
            : Value.Unknown;
    }
}
