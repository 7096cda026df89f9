using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.CodeFixes;

/// <summary>How attributes and their arguments are written.</summary>
internal static class AttributeText
{
    /// <summary>A name of the library as the user would write it beside an attribute: with the same namespace or alias before it.</summary>
    public static string Beside(AttributeSyntax attribute, string name) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => $"{qualified.Left}.{name}",
        AliasQualifiedNameSyntax aliased => $"{aliased.Alias}::{name}",
        _ => name,
    };

    /// <summary>The attribute's name without what stands before it.</summary>
    public static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => attribute.Name.ToString(),
    };

    /// <summary>The argument that sets a property.</summary>
    public static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>Whether the height and the width of something are written apart.</summary>
    public static bool HasTwoSides(SemanticModel model, AttributeSyntax attribute) => attribute.ArgumentList?.Arguments.Any(argument =>
        ParameterOf(model, attribute, argument) is { } parameter && (parameter.EndsWith("width", StringComparison.OrdinalIgnoreCase) || parameter.EndsWith("height", StringComparison.OrdinalIgnoreCase))) == true;

    /// <summary>The parameter that an argument is for; null for a property's.</summary>
    public static string? ParameterOf(SemanticModel model, AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        if (argument.NameEquals is not null)
            return null;
        if (argument.NameColon is { } name)
            return name.Name.Identifier.ValueText;

        int position = attribute.ArgumentList!.Arguments.IndexOf(argument);
        return model.GetSymbolInfo(attribute).Symbol is IMethodSymbol constructor && position < constructor.Parameters.Length
            ? constructor.Parameters[position].Name
            : null;
    }
}
