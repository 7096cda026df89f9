namespace DslNet.Generators.Expressions;

/// <summary>A C# expression that knows where it needs parentheses.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Binding">Its outermost operator's.</param>
internal readonly record struct SpelledExpr(string Text, Binding Binding)
{
    /// <summary>An expression of whatever kind.</summary>
    public static SpelledExpr Of(string text) => new(text, IsPrimary(text) ? Binding.Primary : Binding.Bitwise);

    /// <summary>A sum, difference, product or quotient. Operators of one level are left-associative, and sums must keep their order.</summary>
    public static SpelledExpr Of(BinaryOp op, SpelledExpr left, SpelledExpr right)
    {
        (string sign, Binding binding) = op switch
        {
            BinaryOp.Add => ("+", Binding.Additive),
            BinaryOp.Subtract => ("-", Binding.Additive),
            BinaryOp.Multiply => ("*", Binding.Multiplicative),
            BinaryOp.Divide => ("/", Binding.Multiplicative),
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "It is no operator of C#."),
        };
        return new($"{left.In(binding)} {sign} {right.In(binding + 1)}", binding);
    }

    /// <summary>The text as an operand that must bind at least so strongly.</summary>
    public string In(Binding least) => Binding >= least ? Text : $"({Text})";

    /// <summary>Whether an expression is no longer than a variable.</summary>
    public static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c == '_');

    // Operators stand between spaces; those within brackets bind nothing outside.
    private static bool IsPrimary(string text)
    {
        int depth = 0;
        foreach (char c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && c is ' ' or '-')
                return false;
        }

        return true;
    }
}
