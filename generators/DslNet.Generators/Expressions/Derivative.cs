namespace DslNet.Generators.Expressions;

/// <summary>
/// The derivative of an expression with respect to one of its inputs, by the rules of calculus. Where there are two sides it is that of
/// the side that is computed. What the rules leave of zeros and ones is left out.
/// </summary>
internal sealed class Derivative(Expr.Input x)
{
    private readonly Dictionary<Expr, Expr> _known = [];

    public Expr Of(Expr expression)
    {
        if (!_known.TryGetValue(expression, out Expr? derivative))
            _known.Add(expression, derivative = Derive(expression));
        return derivative;
    }

    private Expr Derive(Expr expression) => expression switch
    {
        Expr.Input input => input == x ? Expr.One : Expr.Zero,
        Expr.Constant or Expr.Compare => Expr.Zero,
        Expr.Named named => Of(named.Value),
        Expr.Unary unary => Times(Of(unary.Value), SlopeOf(unary)),
        Expr.Binary binary => Derive(binary),
        Expr.Fma fma => Plus(Plus(Times(Of(fma.A), fma.B), Times(Of(fma.B), fma.A)), Of(fma.C)),
        Expr.Select select => Choose(select.Condition, Of(select.Then), Of(select.Else)),
        Expr.NegateWhere negate => Of(negate.Value) is var slope && slope == Expr.Zero ? slope : negate with { Value = slope },
        Expr.Call call => Derive(call),
        _ => throw new ArgumentException($"{expression.GetType().Name} has no derivative.", nameof(expression)),
    };

    private Expr Derive(Expr.Binary binary)
    {
        (Expr left, Expr right) = (binary.Left, binary.Right);
        (Expr leftSlope, Expr rightSlope) = (Of(left), Of(right));
        return binary.Op switch
        {
            BinaryOp.Add => Plus(leftSlope, rightSlope),
            BinaryOp.Subtract => Minus(leftSlope, rightSlope),
            BinaryOp.Multiply when left == right => Times(leftSlope, left + left),
            BinaryOp.Multiply => Plus(Times(leftSlope, right), Times(rightSlope, left)),
            BinaryOp.Divide => Over(Minus(leftSlope, Times(rightSlope, binary)), right),
            BinaryOp.Max or BinaryOp.MaxOrNaN => Choose(left > right, leftSlope, rightSlope),
            BinaryOp.Min or BinaryOp.MinOrNaN => Choose(left < right, leftSlope, rightSlope),
            _ => throw new ArgumentException($"{binary.Op} has no derivative.", nameof(binary)),
        };
    }

    private Expr Derive(Expr.Call call)
    {
        Expr sum = Expr.Zero;
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            // What a function's derivative by a parameter would be is asked only where that is no constant.
            if (Of(call.Arguments[i]) is var slope && slope != Expr.Zero)
                sum = Plus(sum, Times(slope, call.Function.DerivativeOf(call, i)));
        }

        return sum;
    }

    private static Expr SlopeOf(Expr.Unary unary) => unary.Op switch
    {
        UnaryOp.Negate => -1f,
        UnaryOp.Abs => Sign(unary.Value, 1),
        UnaryOp.Sqrt => 0.5f / unary,
        UnaryOp.NegativeAbs => Sign(unary.Value, -1),
        _ => throw new ArgumentException($"{unary.Op} has no derivative.", nameof(unary)),
    };

    /// <summary>A number where a value is positive, its opposite where it is negative, else zero.</summary>
    private static Expr Sign(Expr value, float positive) => Expr.If(value > Expr.Zero, positive, Expr.If(Expr.Zero > value, -positive, Expr.Zero));

    private static Expr Plus(Expr left, Expr right) => left == Expr.Zero ? right : right == Expr.Zero ? left : left + right;

    private static Expr Minus(Expr left, Expr right) => right == Expr.Zero ? left : left == Expr.Zero ? Times(right, -1f) : left - right;

    private static Expr Over(Expr left, Expr right) => left == Expr.Zero ? left : left / right;

    private static Expr Choose(Expr condition, Expr then, Expr otherwise) => then == otherwise ? then : Expr.If(condition, then, otherwise);

    /// <summary>
    /// A product without factors of one. One of zero makes it zero, whatever the other is, and one that is a constant on one of its sides is
    /// multiplied side by side: where a function is flat, or a straight line, an infinite gradient shall become no NaN, and nothing be rounded.
    /// </summary>
    public static Expr Times(Expr left, Expr right) => (left, right) switch
    {
        (Expr.Constant a, Expr.Constant b) => a.Value * b.Value,
        (Expr.Constant constant, _) => Times(right, constant.Value),
        (_, Expr.Constant constant) => Times(left, constant.Value),
        (_, Expr.Select select) when HasConstantSide(select) => Choose(select.Condition, Times(left, select.Then), Times(left, select.Else)),
        (Expr.Select select, _) when HasConstantSide(select) => Choose(select.Condition, Times(select.Then, right), Times(select.Else, right)),
        _ => left * right,
    };

    private static Expr Times(Expr value, float factor) => factor switch
    {
        0 => Expr.Zero,
        1 => value,
        -1 => value is Expr.Constant constant ? -constant.Value : -value,
        _ => value * factor,
    };

    private static bool HasConstantSide(Expr.Select select) => select.Then is Expr.Constant || select.Else is Expr.Constant;
}
