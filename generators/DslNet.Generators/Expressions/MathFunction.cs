using DslNet.Generators.Model;

namespace DslNet.Generators.Expressions;

/// <summary>
/// A function of the library's VectorMath and its derivative: also one of the library's where there is one, since those are written so
/// that no digits are lost, and otherwise arithmetic.
/// </summary>
internal sealed class MathFunction
{
    private const float TwoOverSqrtPi = 1.12837917f;

    // 2·√(2/π), and 0.044715 times that.
    private const float GeluTanhSlope = 1.59576912f, GeluTanhCubic = 0.0713548163f;

    // From here on the sigmoid in GeluTanh is 1 or, left of zero, 0. Clamping there keeps 0·∞ away.
    private const float GeluTanhEnd = 13f;

    // From here on x/(1 + |x|) is 1. Clamping there keeps ∞/∞ away.
    private const float SoftsignEnd = 1 << 30;

    private readonly Func<Expr.Call, Expr>? _derivative;

    private MathFunction(string name, int instructions, Func<Expr.Call, Expr>? derivative = null, Func<IReadOnlyList<Expr>, Expr>? definition = null) =>
        (Name, Instructions, _derivative, Definition) = (name, instructions, derivative, definition);

    /// <summary>The method's name.</summary>
    public string Name { get; }

    /// <summary>About how many instructions it is.</summary>
    public int Instructions { get; }

    /// <summary>What it is, of its arguments, where the library has no method.</summary>
    public Func<IReadOnlyList<Expr>, Expr>? Definition { get; }

    /// <summary>Whether the library has it for vectors of sixteen lanes too.</summary>
    public bool IsOfSixteenLanes { get; private init; }

    /// <summary>The call of a function.</summary>
    public Expr Of(params Expr[] arguments) => new Expr.Call(this, new EquatableArray<Expr>(arguments));

    /// <summary>The derivative of a call with respect to an argument: the first. The others are parameters, which nothing is derived by.</summary>
    /// <exception cref="InvalidOperationException">It is not known.</exception>
    public Expr DerivativeOf(Expr.Call call, int argument) => argument == 0 && _derivative is { } derivative
        ? derivative(call)
        : throw new InvalidOperationException($"{Name} has no derivative by argument {argument}.");

    public override string ToString() => Name;

    private static MathFunction SigmoidDerivativeFromOutput { get; } = new("SigmoidDerivativeFromOutput", 2, call => 1f - 2f * call.Arguments[0]) { IsOfSixteenLanes = true };

    private static MathFunction TanhDerivativeFromOutput { get; } = new("TanhDerivativeFromOutput", 2, call => -2f * call.Arguments[0]) { IsOfSixteenLanes = true };

    private static MathFunction EluDerivative { get; } = new("EluDerivative", 20);

    private static MathFunction GeluDerivative { get; } = new("GeluDerivative", 50);

    private static MathFunction MishDerivative { get; } = new("MishDerivative", 35);

    private static MathFunction SiluDerivative { get; } = new("SiluDerivative", 30);

    private static MathFunction SoftplusDerivative { get; } = new("SoftplusDerivative", 30);

    public static MathFunction Exp { get; } = new("Exp", 20, call => call);

    public static MathFunction Log { get; } = new("Log", 30, call => 1f / call.Arguments[0]);

    /// <summary>The sine; its derivative is the cosine.</summary>
    public static MathFunction Sin { get; } = new("Sin", 30, call => Cos!.Of(call.Arguments[0]));

    /// <summary>The cosine.</summary>
    public static MathFunction Cos { get; } = new("Cos", 30, call => -Sin.Of(call.Arguments[0]));

    public static MathFunction Erf { get; } = new("Erf", 40, call => TwoOverSqrtPi * Exp.Of(-(call.Arguments[0] * call.Arguments[0])));

    public static MathFunction Sigmoid { get; } = new("Sigmoid", 25, call => SigmoidDerivativeFromOutput.Of(call)) { IsOfSixteenLanes = true };

    public static MathFunction Tanh { get; } = new("Tanh", 25, call => TanhDerivativeFromOutput.Of(call)) { IsOfSixteenLanes = true };

    /// <summary>x where x is positive, else α·(eˣ − 1), for x and α.</summary>
    /// <remarks>The output comes so near to −α that nothing is left of the derivative, output + α; so that is one of the input.</remarks>
    public static MathFunction Elu { get; } = new("Elu", 20, call => EluDerivative.Of(call.Arguments[0], call.Arguments[1]));

    public static MathFunction Gelu { get; } = new("Gelu", 50, call => GeluDerivative.Of(call.Arguments[0]));

    public static MathFunction Mish { get; } = new("Mish", 30, call => MishDerivative.Of(call.Arguments[0]));

    public static MathFunction Silu { get; } = new("Silu", 30, call => SiluDerivative.Of(call.Arguments[0]));

    public static MathFunction Softplus { get; } = new("Softplus", 50, call => SoftplusDerivative.Of(call.Arguments[0]));

    /// <summary>max(0, x), in an order in which NaN stays NaN, so that a network that diverged can be seen to have.</summary>
    /// <remarks>The gradient passes where the output is NaN, and does not where it is zero, as in PyTorch.</remarks>
    public static MathFunction Relu { get; } = new("Relu", 1, call => Expr.If(call <= 0f, 0f, 1f), x => Expr.Max(0f, x[0]));

    /// <summary>x where x is positive, else the slope times x, for x and the slope.</summary>
    /// <remarks>The sign of the output is that of the input, or the output is zero, where the input was not positive either.</remarks>
    public static MathFunction LeakyRelu { get; } =
        new("LeakyRelu", 3, call => Expr.If(call > 0f, 1f, call.Arguments[1]), x => Expr.If(x[0] > 0f, x[0], x[0] * x[1]));

    /// <summary>x where it is positive, else α·(e^(x/α) − 1), for x and α.</summary>
    public static MathFunction Celu { get; } = new(
        "Celu", 25, call => EluDerivative.Of(call.Arguments[0] / call.Arguments[1], 1f),
        x => Expr.If(x[0] <= 0f, Elu.Of(x[0] / x[1], x[1]), x[0]));

    /// <summary>x, but at least a value, for x and the value; NaN stays NaN.</summary>
    /// <remarks>The gradient does not pass where x is the value, as through ReLU.</remarks>
    public static MathFunction AtLeast { get; } = new("AtLeast", 1, call => Expr.If(call <= call.Arguments[1], 0f, 1f), x => Expr.Max(x[1], x[0]));

    /// <summary>x, but at most a value, for x and the value; NaN stays NaN.</summary>
    /// <remarks>The gradient does not pass where x is the value.</remarks>
    public static MathFunction AtMost { get; } = new("AtMost", 1, call => Expr.If(call >= call.Arguments[1], 0f, 1f), x => Expr.Min(x[1], x[0]));

    /// <summary>x, but at least the least and at most the most, for x, the least and the most; NaN stays NaN.</summary>
    /// <remarks>The gradient passes between the two, but not at either, as in PyTorch. Where x is NaN it passes as through ReLU.</remarks>
    public static MathFunction HardTanh { get; } = new(
        "HardTanh", 2, call => Expr.If(call <= call.Arguments[1], 0f, Expr.If(call >= call.Arguments[2], 0f, 1f)),
        x => Expr.Min(x[2], Expr.Max(x[1], x[0])));

    /// <summary>x·(1 + tanh u)/2 = x·σ(2u), u = √(2/π)·(x + 0.044715·x³): so written, it does not subtract what is nearly 1 from 1.</summary>
    public static MathFunction GeluTanh { get; } = new(
        "GeluTanh", 35, call => GeluTanhSlopeAt(HardTanh.Of(call.Arguments[0], -GeluTanhEnd, GeluTanhEnd)), x => TimesSigmoid(Expr.Max(-GeluTanhEnd, x[0])));

    /// <summary>(x + 3)/6, but at least 0 and at most 1.</summary>
    public static MathFunction HardSigmoid { get; } = new(
        "HardSigmoid", 4, call => Expr.If(call <= 0f, 0f, Expr.If(call >= 1f, 0f, 1f / 6)),
        x => HardTanh.Of(x[0] + 3f, 0f, 6f) * (1f / 6));

    /// <summary>x, but zero where its magnitude is at most λ, for x and λ.</summary>
    public static MathFunction HardShrink { get; } = new(
        "HardShrink", 3, call => Expr.If(Expr.Abs(call) <= 0f, 0f, 1f), x => Expr.If(Expr.Abs(x[0]) <= x[1], 0f, x[0]));

    /// <summary>x, brought nearer to zero by λ and no further than there, for x, −λ and λ.</summary>
    public static MathFunction Softshrink { get; } = new(
        "Softshrink", 3, call => Expr.If(Expr.Abs(call) <= 0f, 0f, 1f), x => x[0] - HardTanh.Of(x[0], x[1], x[2]));

    /// <summary>x/(1 + |x|).</summary>
    public static MathFunction Softsign { get; } = new(
        "Softsign", 5, call => Square(1f / (1f + Expr.Abs(call.Arguments[0]))),
        x => OverOneMore(HardTanh.Of(x[0], -SoftsignEnd, SoftsignEnd)));

    /// <summary>The logarithm of the sigmoid.</summary>
    public static MathFunction LogSigmoid { get; } = new("LogSigmoid", 51, call => SoftplusDerivative.Of(-call.Arguments[0]), x => -Softplus.Of(-x[0]));

    /// <summary>x where it is above the threshold, else a value, for x and both.</summary>
    public static MathFunction Threshold { get; } =
        new("Threshold", 2, call => Expr.If(call.Arguments[0] <= call.Arguments[1], 0f, 1f), x => Expr.If(x[0] <= x[1], x[2], x[0]));

    private static Expr TimesSigmoid(Expr x) => x * Sigmoid.Of(GeluTanhArgument(x));

    private static Expr GeluTanhArgument(Expr x) => x * new Expr.Fma(x * x, GeluTanhCubic, GeluTanhSlope);

    // σ(1 − σ) would lose the digits of what is left of 1.
    private static Expr GeluTanhSlopeAt(Expr x) => GeluTanhSlopeAt(x, GeluTanhArgument(x));

    private static Expr GeluTanhSlopeAt(Expr x, Expr argument) =>
        Sigmoid.Of(argument) * new Expr.Fma(x * new Expr.Fma(x * x, 3 * GeluTanhCubic, GeluTanhSlope), Sigmoid.Of(-argument), 1f);

    private static Expr OverOneMore(Expr x) => x / (1f + Expr.Abs(x));

    private static Expr Square(Expr x) => x * x;
}
