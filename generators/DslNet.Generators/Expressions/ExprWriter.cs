using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Expressions;

/// <summary>
/// Writes expressions over vectors. What is used more than once becomes a variable, declared before the statement that the caller makes of
/// the result; variables of one writer differ, so that it may be used again in the same block.
/// </summary>
internal sealed class ExprWriter(SourceWriter writer, Target target)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Whether an expression of some inputs needs variables, and so a block where others follow.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="inputs">The inputs, as expressions in C#.</param>
    public static bool NeedsVariables(Expr expression, IReadOnlyList<string> inputs) => UsesOf([expression.Expanded], inputs).Values.Any(uses => uses > 1);

    /// <summary>Declares the variables that an expression needs, and returns its text.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="inputs">The inputs, as expressions in C#.</param>
    public string Write(Expr expression, IReadOnlyList<string> inputs) => Write([expression], inputs)[0];

    /// <summary>Declares the variables that some expressions need, alone or together, and returns their texts.</summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="inputs">The inputs, as expressions in C#.</param>
    public IReadOnlyList<string> Write(IReadOnlyList<Expr> expressions, IReadOnlyList<string> inputs)
    {
        Expr[] expanded = [.. expressions.Select(expression => expression.Expanded)];
        Dictionary<Expr, string> names = [];
        foreach (Expr expression in expressions)
            FindNames(expression, names);
        Dictionary<Expr, int> uses = UsesOf(expanded, inputs);
        Dictionary<Expr, SpelledExpr> known = [];
        return [.. expanded.Select(expression => Spell(expression).Text)];

        SpelledExpr Spell(Expr expression)
        {
            if (known.TryGetValue(expression, out SpelledExpr spelled))
                return spelled;
            spelled = expression is Expr.Input input ? SpelledExpr.Of(inputs[input.Index]) : SpellingOf(expression, [.. OperandsOf(expression).Select(Spell)]);
            if (uses.TryGetValue(expression, out int count) && count > 1)
            {
                string name = NewName(names.TryGetValue(expression, out string? given) ? given : "v");
                writer.Line($"Float__ {name} = {spelled.Text};");
                spelled = new(name, Binding.Primary);
            }

            known.Add(expression, spelled);
            return spelled;
        }
    }

    private static void FindNames(Expr expression, Dictionary<Expr, string> names)
    {
        if (expression is Expr.Named named)
            names[named.Value.Expanded] = named.Name;
        foreach (Expr operand in expression.Operands)
            FindNames(operand, names);
    }

    /// <summary>How often an expression would be written: leaves that are as short as a variable are not counted.</summary>
    private static Dictionary<Expr, int> UsesOf(IReadOnlyList<Expr> expressions, IReadOnlyList<string> inputs)
    {
        Dictionary<Expr, int> uses = [];
        foreach (Expr expression in expressions)
            Use(expression);
        return uses;

        void Use(Expr expression)
        {
            if (expression is Expr.Constant || expression is Expr.Input input && SpelledExpr.IsName(inputs[input.Index]))
                return;
            uses.TryGetValue(expression, out int before);
            uses[expression] = before + 1;
            if (before > 0)
                return;
            foreach (Expr operand in OperandsOf(expression))
                Use(operand);
        }
    }

    /// <summary>What is written within an expression.</summary>
    private static IReadOnlyList<Expr> OperandsOf(Expr expression) => Compound.Of(expression)?.Arguments ?? expression.Operands;

    private string NewName(string name)
    {
        string free = name;
        for (int i = 1; !_declared.Add(free); i++)
            free = name + Literal.Of(i);
        return free;
    }

    private SpelledExpr SpellingOf(Expr expression, IReadOnlyList<SpelledExpr> operands)
    {
        string[] texts = [.. operands.Select(operand => operand.Text)];
        if (Compound.Of(expression) is { } compound)
            return SpelledExpr.Of($"Lanes__.{compound.Method}({string.Join(", ", texts)}{compound.Constants})");
        return expression switch
        {
            Expr.Constant constant => SpelledExpr.Of(target.Constant(constant.Value)),
            Expr.Unary { Op: UnaryOp.Negate } => new("-" + operands[0].In(Binding.Unary), Binding.Unary),
            Expr.Unary { Op: UnaryOp.NegativeAbs } => new($"{operands[0].In(Binding.Primary)} | {SignBit}", Binding.Bitwise),
            Expr.Unary unary => SpelledExpr.Of($"Vector__.{unary.Op}({texts[0]})"),
            Expr.Binary { Op: BinaryOp.Max } => SpelledExpr.Of(target.Max(texts[0], texts[1])),
            Expr.Binary { Op: BinaryOp.Min or BinaryOp.MaxOrNaN or BinaryOp.MinOrNaN } chosen => SpelledExpr.Of($"Math__.{chosen.Op}({texts[0]}, {texts[1]})"),
            Expr.Binary binary => SpelledExpr.Of(binary.Op, operands[0], operands[1]),
            Expr.Fma => SpelledExpr.Of($"Lanes__.MultiplyAdd({texts[0]}, {texts[1]}, {texts[2]})"),
            Expr.Compare { Op: Comparison.GreaterThan } => SpelledExpr.Of(target.GreaterThan(texts[0], texts[1])),
            Expr.Compare compare => SpelledExpr.Of($"Vector__.{compare.Op}({texts[0]}, {texts[1]})"),

            // One instruction where the comparison leaves a vector.
            Expr.Select { Then: var then } when then == Expr.Zero => SpelledExpr.Of($"Vector__.AndNot({texts[2]}, {texts[0]})"),
            Expr.Select => SpelledExpr.Of(target.Select(texts[0], texts[1], texts[2])),
            Expr.NegateWhere => new($"{operands[1].In(Binding.Primary)} ^ ({operands[0].In(Binding.Primary)} & {SignBit})", Binding.Bitwise),
            Expr.Call call => SpelledExpr.Of($"Math__.{call.Function.Name}({string.Join(", ", texts)})"),
            _ => throw new ArgumentException($"{expression.GetType().Name} has no spelling.", nameof(expression)),
        };
    }

    private const string SignBit = "Lanes__.Fill(-0f)";
}
