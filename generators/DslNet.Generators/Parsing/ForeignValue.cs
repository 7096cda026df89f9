using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Writes an argument of another library's attribute as one of DslNet's, so that it has the parameter's type.</summary>
internal static class ForeignValue
{
    private const string SamePadding = "Padding.Same", Cast = "(float)";

    /// <param name="expression">The argument.</param>
    /// <param name="target">DslNet's parameter: the number of a positional one, the name of a property; empty if it is left out.</param>
    /// <param name="type">The parameter's type, a double where it is a float; null of what every layer has, and of sizes.</param>
    /// <returns>The value; empty for the default, null if there is none.</returns>
    public static string? Of(ExpressionSyntax expression, string target, Type? type)
    {
        // The same length on both axes is one number.
        if (expression is TupleExpressionSyntax { Arguments: [var first, ..] lengths } && lengths.All(length => length.NameColon is null && length.ToString() == first.ToString()))
            return Of(first.Expression, target, type);
        if (expression is TupleExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax)
            return null;
        if (target.Length == 0)
            return "";

        bool isNumber = TryNumber(expression, out object? number), isLiteral = expression is LiteralExpressionSyntax, isPositional = char.IsDigit(target[0]);
        string text = expression.ToString();
        switch (target)
        {
            case "Name" or "From" or "Of":
                return isNumber || isLiteral && !expression.IsKind(SyntaxKind.StringLiteralExpression) ? null : text;
            case "Approximate" when expression is LiteralExpressionSyntax { Token.Value: string approximation }:
                return approximation switch { "tanh" => "true", "none" => "", _ => null };
            case var _ when type == typeof(bool) || target == "Frozen":
                return isNumber || isLiteral && expression.Kind() is not (SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression) ? null : text;
            case "Initializer":
                return isNumber || isLiteral ? null : text;
            case "Padding" when expression is LiteralExpressionSyntax { Token.Value: string padding }:
                return padding.ToUpperInvariant() switch { "SAME" => SamePadding, "VALID" => "", _ => null };
            case var _ when (type == typeof(double) || target == "Weight") && !isPositional:
                return isNumber ? Single(expression, number!) : isLiteral ? null : expression switch
                {
                    CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.FloatKeyword } } => text,
                    IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax => Cast + text,
                    _ => $"{Cast}({text})",
                };
            default:
                bool isFraction = type == typeof(double);
                return isNumber ? number is int || isFraction && number is double or float ? text : null : isLiteral ? null : text;
        }
    }

    /// <summary>Whether a value is the expression, converted to a float.</summary>
    public static bool IsCastOf(string value, ExpressionSyntax expression) => value == Cast + expression || value == $"{Cast}({expression})";

    /// <summary>What is left of a share: 0.01 of 0.99. Null if it is no number.</summary>
    public static string? RestOf(ExpressionSyntax expression) => !TryNumber(expression, out object? number) || IsNegative(expression) || number is not (int or float or double or decimal) ? null
        : (1 - Convert.ToDecimal(number, CultureInfo.InvariantCulture)).ToString("G29", CultureInfo.InvariantCulture) + "f";

    /// <summary>Whether a value is one of several, numbers or words, with commas between them.</summary>
    public static bool IsOneOf(ExpressionSyntax expression, string values)
    {
        string? value = expression is LiteralExpressionSyntax { Token.Value: string text } ? text.ToUpperInvariant()
            : TryNumber(expression, out object? number) ? (IsNegative(expression) ? "-" : "") + Convert.ToString(number, CultureInfo.InvariantCulture)
            : null;
        return values.Split(',').Contains(value);
    }

    /// <summary>Whether a value of Padding is <c>Padding.Same</c>.</summary>
    public static bool IsSame(string value) => value == "-1" || value == SamePadding || value.EndsWith("." + SamePadding, StringComparison.Ordinal);

    /// <summary>A literal as a float: C# converts no double to one by itself.</summary>
    private static string? Single(ExpressionSyntax expression, object number)
    {
        string text = expression.ToString();
        return number switch
        {
            int or uint or long or ulong or float => text,
            double value => Math.Abs(value) <= float.MaxValue ? text.TrimEnd('d', 'D') + "f" : null,
            decimal => text.TrimEnd('m', 'M') + "f",
            _ => null,
        };
    }

    /// <summary>The number of a literal, which may have a sign before it.</summary>
    private static bool TryNumber(ExpressionSyntax expression, out object? number)
    {
        ExpressionSyntax literal = expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } signed
            ? signed.Operand
            : expression;
        number = literal.IsKind(SyntaxKind.NumericLiteralExpression) ? ((LiteralExpressionSyntax)literal).Token.Value : null;
        return number is not null;
    }

    private static bool IsNegative(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.UnaryMinusExpression);
}
