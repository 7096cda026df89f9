using DslNet.Generators.Expressions;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>Random trees of two inputs, with every operation and function.</summary>
internal static class DrawnExpressions
{
    /// <summary>The functions of the library, given an argument.</summary>
    public static IReadOnlyList<Func<Expr, Expr>> Functions { get; } =
    [
        x => MathFunction.Exp.Of(x), x => MathFunction.Log.Of(Positive(x)), x => MathFunction.Erf.Of(x), x => MathFunction.Sigmoid.Of(x), x => MathFunction.Tanh.Of(x),
        x => MathFunction.Elu.Of(x, 0.7f), x => MathFunction.Gelu.Of(x), x => MathFunction.Silu.Of(x), x => MathFunction.Softplus.Of(x), x => MathFunction.Relu.Of(x),
        x => MathFunction.LeakyRelu.Of(x, 0.1f), x => MathFunction.Mish.Of(x),
        x => MathFunction.Celu.Of(x, 0.3f), x => MathFunction.HardTanh.Of(x, -0.5f, 0.75f), x => MathFunction.HardSigmoid.Of(x), x => MathFunction.HardShrink.Of(x, 0.3f),
        x => MathFunction.Softshrink.Of(x, -0.3f, 0.3f), x => MathFunction.Softsign.Of(x), x => MathFunction.LogSigmoid.Of(x),
        x => MathFunction.AtLeast.Of(x, -0.25f), x => MathFunction.AtMost.Of(x, 0.5f), x => MathFunction.Sin.Of(x), x => MathFunction.Cos.Of(x),
        x => MathFunction.GeluTanh.Of(x), x => MathFunction.Threshold.Of(x, 0.1f, 0.1f),
    ];

    private static readonly BinaryOp[] s_choices = [BinaryOp.Max, BinaryOp.Min, BinaryOp.MaxOrNaN, BinaryOp.MinOrNaN];

    public static Expr Draw(int seed)
    {
        Random random = new(seed);
        Expr drawn = Draw(random, depth: random.Next(2, 6));

        // Of every second one a part is used again.
        return seed % 2 == 0 ? drawn : drawn * new Expr.Named("again", Part(random, drawn)) + Part(random, drawn);
    }

    private static Expr Draw(Random random, int depth)
    {
        if (depth == 0)
            return random.Next(4) == 0 ? MathF.Round(random.NextSingle() * 4 - 2, 2) : new Expr.Input(random.Next(2));
        return random.Next(12) switch
        {
            0 or 1 => Next() + Next(),
            2 => Next() - Next(),
            3 or 4 => Next() * Next(),
            5 => Next() / Positive(Next()),
            6 => new Expr.Fma(Next(), Next(), Next()),
            7 => new Expr.Binary(random.GetItems(s_choices, 1)[0], Next(), Next()),
            8 => DrawUnary(random, Next()),
            9 => Expr.If(DrawCondition(random, Next(), Next()), random.Next(4) == 0 ? 0f : Next(), Next()),
            10 => new Expr.NegateWhere(DrawCondition(random, Next(), Next()), Next()),
            _ => Functions[random.Next(Functions.Count)](Next()),
        };

        Expr Next() => Draw(random, random.Next(depth));
    }

    private static Expr DrawUnary(Random random, Expr value)
    {
        UnaryOp op = random.GetItems(Enum.GetValues<UnaryOp>(), 1)[0];
        return new Expr.Unary(op, op == UnaryOp.Sqrt ? Positive(value) : value);
    }

    private static Expr DrawCondition(Random random, Expr left, Expr right) =>
        new Expr.Named("condition", new Expr.Compare(left, random.GetItems(Enum.GetValues<Comparison>(), 1)[0], right));

    private static Expr Positive(Expr value) => Expr.Abs(value) + 0.5f;

    /// <summary>Any part that is a value.</summary>
    private static Expr Part(Random random, Expr expression)
    {
        Expr[] parts = [.. All(expression).Where(part => part.Expanded is not Expr.Compare)];
        return parts[random.Next(parts.Length)];
    }

    private static IEnumerable<Expr> All(Expr expression) => expression.Operands.SelectMany(All).Prepend(expression);
}
