using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>
/// An attribute class to generate for a use of a name that does not exist, so that the compiler does not stop at it: then the
/// analyzer is heard, which says what to write.
/// </summary>
/// <param name="Namespace">Where it is looked for; empty if anywhere.</param>
/// <param name="Name">The class's name.</param>
/// <param name="PositionalCount">How many arguments the use passes without a name.</param>
/// <param name="Parameters">The names of the others.</param>
/// <param name="Properties">The properties that the use sets.</param>
internal sealed record Placeholder(string Namespace, string Name, int PositionalCount, EquatableArray<string> Parameters, EquatableArray<string> Properties)
{
    /// <returns>Null if no class of this name would be found, or none with which the compiler takes these arguments.</returns>
    public static Placeholder? For(AttributeSyntax attribute)
    {
        string? place = attribute.Name switch
        {
            IdentifierNameSyntax => "",
            QualifiedNameSyntax { Right: IdentifierNameSyntax, Left: var left } when left.ToString() is "DslNet" or "global::DslNet" => "DslNet",
            _ => null,
        };
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments ?? default];
        if (place is null || !CanPass(arguments))
            return null;

        string name = UnknownAttribute.NameOf(attribute);
        return new(
            place,
            name.EndsWith(IdentifierText.AttributeEnding, StringComparison.Ordinal) ? name : name + IdentifierText.AttributeEnding,
            arguments.Count(IsPositional),
            arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>().ToEquatableArray(),
            arguments.Select(argument => argument.NameEquals?.Name.Identifier.ValueText).OfType<string>().ToEquatableArray());
    }

    /// <summary>Whether there can be a constructor for these: C# takes no name twice, none before a place, and no tuples or lists.</summary>
    private static bool CanPass(AttributeArgumentSyntax[] arguments)
    {
        string[] parameters = [.. arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>()];
        string[] properties = [.. arguments.Select(argument => argument.NameEquals?.Name.Identifier.ValueText).OfType<string>()];
        return parameters.Distinct().Count() == parameters.Length && properties.Distinct().Count() == properties.Length
            && !arguments.SkipWhile(IsPositional).Any(IsPositional)
            && !arguments.Any(argument => argument.Expression is TupleExpressionSyntax or CollectionExpressionSyntax);
    }

    private static bool IsPositional(AttributeArgumentSyntax argument) => argument is { NameColon: null, NameEquals: null };

    /// <summary>Whether a class is one that was generated.</summary>
    public static bool Is(INamedTypeSymbol attribute) =>
        attribute.DeclaringSyntaxReferences.Any(reference => GeneratedCode.IsGenerated(reference.SyntaxTree));
}
