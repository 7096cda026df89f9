using DslNet.Generators.Expressions;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The functions of MathF, Math and float that a body may call.</summary>
internal static class MathCalls
{
    private static readonly Dictionary<(string Name, int Arguments), Func<IReadOnlyList<Expr>, Expr>> s_functions = new()
    {
        [("Abs", 1)] = x => Expr.Abs(x[0]),
        [("Cos", 1)] = x => MathFunction.Cos.Of(x[0]),
        [("Exp", 1)] = x => MathFunction.Exp.Of(x[0]),
        [("FusedMultiplyAdd", 3)] = x => new Expr.Fma(x[0], x[1], x[2]),
        [("Log", 1)] = x => MathFunction.Log.Of(x[0]),
        [("Max", 2)] = x => Bounded(MathFunction.AtLeast, BinaryOp.MaxOrNaN, x[0], x[1]),
        [("Min", 2)] = x => Bounded(MathFunction.AtMost, BinaryOp.MinOrNaN, x[0], x[1]),
        [("Sin", 1)] = x => MathFunction.Sin.Of(x[0]),
        [("Sqrt", 1)] = x => new Expr.Unary(UnaryOp.Sqrt, x[0]),
        [("Tanh", 1)] = x => MathFunction.Tanh.Of(x[0]),
    };

    /// <summary>What stands for functions that are not there.</summary>
    private static readonly Dictionary<string, string> s_instead = new(StringComparer.Ordinal)
    {
        ["Pow"] = "Multiply, or write MathF.Exp(p * MathF.Log(x)) where x is positive",
        ["Tan"] = "Write MathF.Sin(x) / MathF.Cos(x)",
        ["Cosh"] = "Write 0.5f * (MathF.Exp(x) + MathF.Exp(-x))",
        ["Sinh"] = "Write 0.5f * (MathF.Exp(x) - MathF.Exp(-x))",
        ["Log2"] = "Write 1.442695f * MathF.Log(x)",
        ["Log10"] = "Write 0.4342945f * MathF.Log(x)",
        ["Sign"] = "Write x > 0 ? 1 : x < 0 ? -1 : 0",
        ["CopySign"] = "Write y < 0 ? -MathF.Abs(x) : MathF.Abs(x)",
    };

    /// <summary>All that a body may have.</summary>
    public static string Allowed { get; } =
        "floats, constants, variables, + - * /, ?: and if with comparisons, static methods of floats, and " + string.Join(", ", s_functions.Keys.Select(key => key.Name).Append("Clamp").OrderBy(name => name, StringComparer.Ordinal)) + " of MathF or Math";

    public static bool IsMath(IMethodSymbol method) => method.ContainingType is
    { Name: "MathF" or "Math" or "Single", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && method.IsStatic;

    /// <summary>The value of a function of some arguments; or why there is none, and the remedy.</summary>
    public static (Expr? Value, string? Fact, string Remedy) Of(string name, IReadOnlyList<Expr> arguments)
    {
        if (s_functions.TryGetValue((name, arguments.Count), out Func<IReadOnlyList<Expr>, Expr>? function))
            return (function(arguments), null, "");
        if (name == "Clamp")
        {
            return arguments[1] is Expr.Constant least && arguments[2] is Expr.Constant most && least.Value <= most.Value
                ? (MathFunction.HardTanh.Of([.. arguments]), null, "")
                : (null, "has bounds that are no constants in order", "Write constants, or MathF.Min(MathF.Max(x, least), most)");
        }

        (string fact, string remedy) = Missing(name);
        return (null, fact, remedy);
    }

    /// <summary>What is wrong with a function that is not there, and the remedy.</summary>
    public static (string Fact, string Remedy) Missing(string name) =>
        ($"calls {name}, which DslNet has no function for", s_instead.TryGetValue(name, out string? instead) ? instead : $"Use {Allowed}");

    /// <summary>NaN passes, as it does in C#.</summary>
    private static Expr Bounded(MathFunction byConstant, BinaryOp op, Expr a, Expr b) => (a, b) switch
    {
        (_, Expr.Constant) => byConstant.Of(a, b),
        (Expr.Constant, _) => byConstant.Of(b, a),
        _ => new Expr.Binary(op, a, b),
    };
}
