using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.CodeFixes;

/// <summary>Finds out whether attributes refer to layers by name.</summary>
internal static class LayerReferences
{
    /// <summary>
    /// Whether any string beside an attribute may name a layer of a kind: the kind itself, or with a number behind it.
    /// A string that is no reference at all then keeps a fix from being offered, which does no harm.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="attribute">An attribute of the network.</param>
    /// <param name="kind">A layer's name without its number.</param>
    public static bool AnyToKind(SourceFile file, AttributeSyntax attribute, string kind) =>
        attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.AttributeLists
            .SelectMany(list => list.DescendantNodes().OfType<ExpressionSyntax>())
            .Any(expression => expression.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.NameEquals?.Name.Identifier.ValueText != "Name"
                && file.Model.GetConstantValue(expression).Value is string text
                && text.StartsWith(kind, StringComparison.Ordinal)
                && text.Skip(kind.Length).All(char.IsDigit));
}
