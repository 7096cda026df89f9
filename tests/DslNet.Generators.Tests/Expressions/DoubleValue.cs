using DslNet.Generators.Expressions;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>What an expression computes, in double precision, and which sides it takes.</summary>
internal sealed class DoubleValue(params double[] inputs)
{
    private readonly List<bool> _sides = [];

    /// <summary>How each comparison came out, in the order of computation: where two points differ in it, there is a kink or a jump between them.</summary>
    public IReadOnlyList<bool> Sides => _sides;

    public double Of(Expr expression) => expression.Expanded switch
    {
        Expr.Input input => inputs[input.Index],
        Expr.Constant constant => constant.Value,
        Expr.Unary unary => Of(unary.Op, Of(unary.Value)),
        Expr.Binary binary => Of(binary.Op, Of(binary.Left), Of(binary.Right)),
        Expr.Fma fma => Of(fma.A) * Of(fma.B) + Of(fma.C),
        Expr.Select select => Holds(select.Condition) ? Of(select.Then) : Of(select.Else),
        Expr.NegateWhere negate => Holds(negate.Condition) ? -Of(negate.Value) : Of(negate.Value),
        Expr.Call call => Of(call.Function.Name, [.. call.Arguments.Select(Of)]),
        var other => throw new ArgumentException($"{other} has no value.", nameof(expression)),
    };

    private bool Holds(Expr condition)
    {
        Expr.Compare compare = Assert.IsType<Expr.Compare>(condition);
        (double left, double right) = (Of(compare.Left), Of(compare.Right));
        return Side(compare.Op switch
        {
            Comparison.GreaterThan => left > right,
            Comparison.GreaterThanOrEqual => left >= right,
            Comparison.LessThan => left < right,
            Comparison.LessThanOrEqual => left <= right,
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        });
    }

    private double Of(UnaryOp op, double value) => op switch
    {
        UnaryOp.Negate => -value,
        UnaryOp.Abs => Side(value > 0) ? value : -value,
        UnaryOp.NegativeAbs => Side(value > 0) ? -value : value,
        UnaryOp.Sqrt => Math.Sqrt(value),
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private double Of(BinaryOp op, double left, double right) => op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Multiply => left * right,
        BinaryOp.Divide => left / right,
        BinaryOp.Max or BinaryOp.MaxOrNaN => Side(left > right) ? left : right,
        BinaryOp.Min or BinaryOp.MinOrNaN => Side(left < right) ? left : right,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private double Of(string function, double[] of) => (function, of[0]) switch
    {
        ("Exp", var x) => Math.Exp(x),
        ("Log", var x) => Math.Log(x),
        ("Sin", var x) => Math.Sin(x),
        ("Cos", var x) => Math.Cos(x),
        ("Erf", var x) => 2 * MathFunctions.NormalDistribution(x * Math.Sqrt(2)) - 1,
        ("Sigmoid", var x) => MathFunctions.Sigmoid(x),
        ("SigmoidDerivativeFromOutput", var y) => y * (1 - y),
        ("Tanh", var x) => Math.Tanh(x),
        ("TanhDerivativeFromOutput", var y) => 1 - y * y,
        ("Elu", var x) => Side(x > 0) ? x : of[1] * MathFunctions.ExpM1(x),
        ("EluDerivative", var x) => Side(x > 0) ? 1 : of[1] * Math.Exp(x),
        ("Gelu", var x) => x * MathFunctions.NormalDistribution(x),
        ("GeluDerivative", var x) => MathFunctions.NormalDistribution(x) + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI),
        ("Silu", var x) => x * MathFunctions.Sigmoid(x),
        ("SiluDerivative", var x) => MathFunctions.Sigmoid(x) * (1 + x * MathFunctions.Sigmoid(-x)),
        ("Mish", var x) => MathFunctions.Mish(x),
        ("MishDerivative", var x) => MathFunctions.MishDerivative(x),
        ("Softplus", var x) => MathFunctions.Softplus(x),
        ("SoftplusDerivative", var x) => MathFunctions.Sigmoid(x),
        _ => throw new ArgumentException($"{function} has no value.", nameof(function)),
    };

    private bool Side(bool side)
    {
        _sides.Add(side);
        return side;
    }
}
