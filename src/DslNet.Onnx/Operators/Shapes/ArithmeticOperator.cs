using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>An operator of two values, element by element. Of constants it is computed.</summary>
/// <param name="ofFloats">The value of two floats.</param>
/// <param name="ofIntegers">The value of two integers; null if it is not known.</param>
internal class ArithmeticOperator(Func<float, float, float> ofFloats, Func<Extent, Extent, Extent?> ofIntegers) : Operator
{
    public sealed override Value Infer(NodeUse use)
    {
        Value left = use.Input(0), right = use.Input(1);
        return Fold(left.Constant, right.Constant) is { } constant ? Value.Of(left.Type, constant) : new(left.Type, Broadcasting.Of(left.Shape, right.Shape));
    }

    private Constant? Fold(Constant? left, Constant? right)
    {
        if (left is null || right is null || Broadcasting.Of(left.Shape, right.Shape) is not { } shape || Indices.Count(shape) is null)
            return null;
        int[] a = Indices.Walk(shape, Indices.Broadcast(left.Shape, shape)), b = Indices.Walk(shape, Indices.Broadcast(right.Shape, shape));
        switch (left, right)
        {
            case (FloatConstant { Values: var x }, FloatConstant { Values: var y }):
                return new FloatConstant(shape, [.. a.Zip(b, (i, j) => ofFloats(x[i], y[j]))]);
            case (IntegerConstant { Values: var x }, IntegerConstant { Values: var y }):
                Extent?[] values = [.. a.Zip(b, (i, j) => ofIntegers(x[i], y[j]))];
                return values.Contains(null) ? null : new IntegerConstant(shape, [.. values.Select(value => value!.Value)]);
            default:
                return null;
        }
    }
}
