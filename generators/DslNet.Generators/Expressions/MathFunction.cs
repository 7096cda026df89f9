using DslNet.Generators.Model;

namespace DslNet.Generators.Expressions;

/// <summary>
/// A function of the library's VectorMath and its derivative: also one of the library's where there is one, since those are written so
/// that no digits are lost, and otherwise arithmetic.
/// </summary>
internal sealed class MathFunction
{
    private const float TwoOverSqrtPi = 1.12837917f;

    private readonly Func<Expr.Call, Expr>? _derivative;

    private MathFunction(string name, int instructions, Func<Expr.Call, Expr>? derivative = null, Func<IReadOnlyList<Expr>, Expr>? definition = null) =>
        (Name, Instructions, _derivative, Definition) = (name, instructions, derivative, definition);

    /// <summary>The method's name.</summary>
    public string Name { get; }

    /// <summary>About how many instructions it is.</summary>
    public int Instructions { get; }

    /// <summary>What it is, of its arguments, where the library has no method.</summary>
    public Func<IReadOnlyList<Expr>, Expr>? Definition { get; }

    /// <summary>The call of a function.</summary>
    public Expr Of(params Expr[] arguments) => new Expr.Call(this, new EquatableArray<Expr>(arguments));

    /// <summary>The derivative of a call with respect to an argument: the first. The others are parameters, which nothing is derived by.</summary>
    /// <exception cref="InvalidOperationException">It is not known.</exception>
    public Expr DerivativeOf(Expr.Call call, int argument) => argument == 0 && _derivative is { } derivative
        ? derivative(call)
        : throw new InvalidOperationException($"{Name} has no derivative by argument {argument}.");

    public override string ToString() => Name;

    private static MathFunction SigmoidDerivativeFromOutput { get; } = new("SigmoidDerivativeFromOutput", 2, call => 1f - 2f * call.Arguments[0]);

    private static MathFunction TanhDerivativeFromOutput { get; } = new("TanhDerivativeFromOutput", 2, call => -2f * call.Arguments[0]);

    private static MathFunction EluDerivative { get; } = new("EluDerivative", 20);

    private static MathFunction GeluDerivative { get; } = new("GeluDerivative", 50);

    private static MathFunction MishDerivative { get; } = new("MishDerivative", 35);

    private static MathFunction SiluDerivative { get; } = new("SiluDerivative", 30);

    private static MathFunction SoftplusDerivative { get; } = new("SoftplusDerivative", 30);

    public static MathFunction Exp { get; } = new("Exp", 20, call => call);

    public static MathFunction Log { get; } = new("Log", 30, call => 1f / call.Arguments[0]);

    public static MathFunction Erf { get; } = new("Erf", 40, call => TwoOverSqrtPi * Exp.Of(-(call.Arguments[0] * call.Arguments[0])));

    public static MathFunction Sigmoid { get; } = new("Sigmoid", 25, call => SigmoidDerivativeFromOutput.Of(call));

    public static MathFunction Tanh { get; } = new("Tanh", 25, call => TanhDerivativeFromOutput.Of(call));

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
}
