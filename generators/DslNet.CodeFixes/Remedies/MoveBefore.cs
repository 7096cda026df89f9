using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Exchanges the attribute that a diagnostic underlines with the one before it.</summary>
/// <param name="property">What the rule calls the layer before.</param>
internal sealed class MoveBefore(string property) : Remedy
{
    // Another network comes of it.
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) =>
        $"Move {AttributeText.NameOf(file.AttributeAt(diagnostic))} before {AttributeText.NameOf(Before(file.AttributeAt(diagnostic))!)}";

    /// <summary>Whoever reads one of the two by its name would read something else.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        return Before(attribute) is { } before && AttributeText.Named(attribute, "From") is null && AttributeText.Named(before, "From") is null
            && !LayerReferences.AnyTo(file, attribute, Property(diagnostic, "Layer")) && !LayerReferences.AnyTo(file, before, Property(diagnostic, property));
    }

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic), before = Before(attribute)!;
        yield return new(before.Span, attribute.ToString());
        yield return new(attribute.Span, before.ToString());
    }

    private static AttributeSyntax? Before(AttributeSyntax attribute)
    {
        AttributeSyntax[] all = [.. attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.AttributeLists.SelectMany(list => list.Attributes)];
        int index = Array.IndexOf(all, attribute);
        return index > 0 ? all[index - 1] : null;
    }
}
