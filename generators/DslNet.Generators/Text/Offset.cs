using System.Globalization;

namespace DslNet.Generators.Text;

/// <summary>Offsets as C# expressions: sums of products of variables and constants, without what is zero or one.</summary>
internal static class Offset
{
    /// <summary><c>variable + constant</c>, without a part that is zero.</summary>
    public static string Of(string variable, int constant) => Sum(variable, Literal.Of(constant));

    /// <summary>A sum: first what is variable, then one constant.</summary>
    /// <param name="parts">Expressions, or numbers, or empty.</param>
    public static string Sum(params string[] parts)
    {
        int constant = parts.Sum(part => ValueOf(part) ?? 0);
        string variable = string.Join(" + ", parts.Where(part => part.Length > 0 && ValueOf(part) is null));
        return variable.Length == 0 ? Literal.Of(constant)
            : constant == 0 ? variable
            : constant < 0 ? $"{variable} - {Literal.Of(-constant)}"
            : $"{variable} + {Literal.Of(constant)}";
    }

    /// <summary><c>variable * factor</c>, without a factor of one.</summary>
    public static string Times(string variable, int factor) =>
        ValueOf(variable) is { } value ? Literal.Of(value * factor)
        : factor == 1 ? variable
        : factor == 0 ? "0"
        : $"{Factor(variable)} * {Literal.Of(factor)}";

    /// <summary>A sum, a difference or a choice in parentheses; anything else as it is.</summary>
    public static string Factor(string expression) =>
        expression.Contains(" + ") || expression.Contains(" - ") || expression.Contains(" ? ") ? $"({expression})" : expression;

    /// <summary>A reference to the element an offset away from another.</summary>
    public static string Reference(string from, string offset) => offset == "0" ? $"ref {from}" : $"ref Place__.Add(ref {from}, {offset})";

    /// <summary>A reference to the element in front of another.</summary>
    /// <param name="reference">That to the other.</param>
    /// <param name="distance">How far.</param>
    public static string Before(string reference, int distance) => $"ref Place__.Before({reference}, {Literal.Of(distance)})";

    /// <summary>Gives the element an offset away from another a name, which is the result, unless it is the other itself.</summary>
    public static string Declare(SourceWriter writer, string name, string from, string offset)
    {
        if (offset == "0")
            return from;
        writer.Line($"ref float {name} = {Reference(from, offset)};");
        return name;
    }

    /// <summary>Gives an integer a name, which is the result, unless it is a number.</summary>
    public static string DeclareInt(SourceWriter writer, string name, string value)
    {
        if (ValueOf(value) is not null)
            return value;
        writer.Line($"int {name} = {value};");
        return name;
    }

    /// <summary>The value of a number; null of any other expression. An empty one is zero.</summary>
    public static int? ValueOf(string expression) =>
        expression.Length == 0 ? 0
        : expression[0] is not ('-' or (>= '0' and <= '9')) ? null // as most are, which are not worth an attempt
        : int.TryParse(expression, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;
}
