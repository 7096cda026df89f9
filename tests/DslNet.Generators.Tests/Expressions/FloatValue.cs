using System.Reflection;
using System.Runtime.Intrinsics;
using DslNet.Generators.Expressions;
using DslNet.Numerics;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>What an expression computes in floats, operation by operation: the bits that its text must compute.</summary>
internal sealed class FloatValue(params float[] inputs)
{
    public float Of(Expr expression) => expression switch
    {
        Expr.Named named => Of(named.Value),
        Expr.Input input => inputs[input.Index],
        Expr.Constant constant => constant.Value,
        Expr.Unary unary => Of(unary.Op, Of(unary.Value)),
        Expr.Binary binary => Of(binary.Op, Of(binary.Left), Of(binary.Right)),
        Expr.Fma fma => MathF.FusedMultiplyAdd(Of(fma.A), Of(fma.B), Of(fma.C)),
        Expr.Select select => Holds(select.Condition) ? Of(select.Then) : Of(select.Else),
        Expr.NegateWhere negate => Holds(negate.Condition) ? -Of(negate.Value) : Of(negate.Value),
        Expr.Call { Function.Definition: { } definition } call => Of(definition(call.Arguments)),
        Expr.Call call => Of(call.Function.Name, [.. call.Arguments.Select(Of)]),
        _ => throw new ArgumentException($"{expression} has no value.", nameof(expression)),
    };

    private bool Holds(Expr condition) => condition switch
    {
        Expr.Named named => Holds(named.Value),
        Expr.Compare { Op: Comparison.GreaterThan } compare => Of(compare.Left) > Of(compare.Right),
        Expr.Compare { Op: Comparison.GreaterThanOrEqual } compare => Of(compare.Left) >= Of(compare.Right),
        Expr.Compare { Op: Comparison.LessThan } compare => Of(compare.Left) < Of(compare.Right),
        Expr.Compare { Op: Comparison.LessThanOrEqual } compare => Of(compare.Left) <= Of(compare.Right),
        _ => throw new ArgumentException($"{condition} is no condition.", nameof(condition)),
    };

    private static float Of(UnaryOp op, float value) => op switch
    {
        UnaryOp.Negate => -value,
        UnaryOp.Abs => MathF.Abs(value),
        UnaryOp.NegativeAbs => -MathF.Abs(value),
        UnaryOp.Sqrt => MathF.Sqrt(value),
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static float Of(BinaryOp op, float left, float right) => op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Multiply => left * right,
        BinaryOp.Divide => left / right,
        BinaryOp.Max => left > right ? left : right,
        BinaryOp.Min => left < right ? left : right,
        BinaryOp.MaxOrNaN => float.IsNaN(left) || float.IsNaN(right) ? float.NaN : left > right ? left : right,
        BinaryOp.MinOrNaN => float.IsNaN(left) || float.IsNaN(right) ? float.NaN : left < right ? left : right,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static float Of(string function, float[] arguments)
    {
        MethodInfo method = typeof(VectorMath).GetMethod(function, [.. arguments.Select(_ => typeof(Vector128<float>))])!;
        return ((Vector128<float>)method.Invoke(null, [.. arguments.Select(object (argument) => Vector128.Create(argument))])!).ToScalar();
    }
}
