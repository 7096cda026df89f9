using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.CodeFixes;

/// <summary>
/// Finds out whether attributes beside one name layers. A string that is no name at all then keeps a fix from being offered,
/// which does no harm.
/// </summary>
internal static class LayerReferences
{
    /// <summary>Whether any string outside an attribute is a layer's name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="attribute">An attribute of the network.</param>
    /// <param name="name">The name.</param>
    public static bool AnyTo(SourceFile file, AttributeSyntax attribute, string name) =>
        Strings(file, attribute).Any(text => text.Expression.FirstAncestorOrSelf<AttributeSyntax>() != attribute && text.Value == name);

    /// <summary>
    /// Whether any string may name a layer of a kind, or give a layer such a name: the kind itself, or with a number behind it.
    /// Case does not count in the first letter, as it does not in names of layers.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="attribute">An attribute of the network.</param>
    /// <param name="kind">A layer's name without its number.</param>
    public static bool AnyToKind(SourceFile file, AttributeSyntax attribute, string kind) =>
        Strings(file, attribute).Any(text => text.Value.Length >= kind.Length
            && FirstLetterComparer.Instance.Equals(text.Value.Substring(0, kind.Length), kind)
            && text.Value.Skip(kind.Length).All(char.IsDigit));

    private static IEnumerable<(ExpressionSyntax Expression, string Value)> Strings(SourceFile file, AttributeSyntax attribute) =>
        from list in attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.AttributeLists
        from expression in list.DescendantNodes().OfType<ExpressionSyntax>()
        let value = file.Model.GetConstantValue(expression).Value as string
        where value is not null
        select (expression, value);
}
