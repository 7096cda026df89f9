using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing.Unknown;

/// <summary>
/// An attribute class to generate for a use of a name that does not exist, so that the compiler does not stop at it: then the
/// analyzer is heard, which says what to write.
/// </summary>
/// <param name="Namespace">Where it is looked for; empty if anywhere.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Parameters">What the use passes: the name of each argument, or its place.</param>
/// <param name="Properties">The properties that the use sets.</param>
internal sealed record Placeholder(string Namespace, string Name, EquatableArray<string> Parameters, EquatableArray<string> Properties)
{
    private const string Ending = "Attribute";

    /// <returns>Null if no class of this name would be found.</returns>
    public static Placeholder? For(AttributeSyntax attribute)
    {
        string? place = attribute.Name switch
        {
            IdentifierNameSyntax => "",
            QualifiedNameSyntax { Right: IdentifierNameSyntax, Left: var left } when left.ToString() is "DslNet" or "global::DslNet" => "DslNet",
            _ => null,
        };
        if (place is null)
            return null;

        string name = UnknownAttribute.NameOf(attribute);
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments ?? default];
        return new(
            place,
            name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending,
            arguments.Where(argument => argument.NameEquals is null)
                .Select((argument, i) => argument.NameColon?.Name.Identifier.ValueText ?? Invariant($"argument{i}")).ToEquatableArray(),
            arguments.Select(argument => argument.NameEquals?.Name.Identifier.ValueText).OfType<string>().ToEquatableArray());
    }

    /// <summary>Whether a class is one that was generated.</summary>
    public static bool Is(INamedTypeSymbol attribute) =>
        attribute.DeclaringSyntaxReferences.Any(reference => GeneratedCode.IsGenerated(reference.SyntaxTree));
}
