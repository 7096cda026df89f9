using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing.Unknown;

/// <summary>Writes an attribute of another library as DslNet's, where it is certain what its arguments mean.</summary>
internal static class ForeignArguments
{
    // What every attribute of DslNet may have, whatever its name.
    private static readonly HashSet<string> s_own = new(StringComparer.Ordinal)
    {
        "Name", "From", "Bias", "Initializer", "InitialValue", "InitialBias", "Stride", "Padding", "NegativeSlope", "Alpha", "Delta",
    };

    /// <returns>The attribute's text; null if an argument has no counterpart.</returns>
    public static string? Translate(AttributeSyntax attribute, ForeignName known)
    {
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments ?? default];
        if (known.Parameters is not { } table)
            return arguments.Length == 0 && known.Form == known.Meant ? known.Meant : null;

        (string Name, string Target)[] all = [.. table.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
        (string Name, string Target)[] ordered = [.. table.Split('|')[0].Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
        int required = ordered.Select(parameter => parameter.Target).Where(IsNumber).Distinct().Count();

        // Whoever writes no more than is needed has left out what is inferred.
        int positional = arguments.Count(argument => NameOf(argument) is null);
        int named = arguments.Select(NameOf).OfType<string>().Select(TargetOf).Count(target => target is not null && IsNumber(target));
        int next = positional == required - named && ordered is [{ Target: "" }, ..] ? 1 : 0;
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            string? target = NameOf(argument) is { } name ? TargetOf(name) : next < ordered.Length ? ordered[next++].Target : null;
            if (target is null || target.Length > 0 && values.ContainsKey(target) || ValueOf(argument.Expression, target) is not { } value)
                return null;
            if (target.Length > 0 && value.Length > 0)
                values.Add(target, value);
        }

        if (values.Keys.Count(IsNumber) < required)
            return null;
        string list = string.Join(", ", values.Select(value => IsNumber(value.Key) ? value.Value : $"{value.Key} = {value.Value}"));
        return list.Length == 0 ? known.Meant : $"{known.Meant}({list})";

        string? TargetOf(string name) => s_own.Contains(name)
            ? name
            : all.Where(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)).Select(parameter => parameter.Target).FirstOrDefault();
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => (argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText;

    /// <summary>The value as DslNet writes it; empty for its default, null if there is none.</summary>
    private static string? ValueOf(ExpressionSyntax expression, string target) => expression switch
    {
        LiteralExpressionSyntax text when text.IsKind(SyntaxKind.StringLiteralExpression) && target is not ("Name" or "From") =>
            target != "Padding" ? null : text.Token.ValueText.ToUpperInvariant() switch { "SAME" => "Padding.Same", "VALID" => "", _ => null },
        TupleExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax => null,
        _ => expression.ToString(),
    };

    private static (string Name, string Target) Pair(string parameter)
    {
        string[] parts = parameter.Split(':');
        return (parts[0], parts[1]);
    }

    private static bool IsNumber(string target) => target.Length > 0 && char.IsDigit(target[0]);
}
