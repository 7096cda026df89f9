using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Writes the attribute of the same layer for a signal where an image was expected, or the other way round.</summary>
internal sealed class WriteFitting : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Write [{Property(diagnostic, "Fitting")}]";

    /// <summary>Two sides of a window are not one: only a square's is known.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) =>
        Property(diagnostic, "Fitting").Length > 0 && !AttributeText.HasTwoSides(file.Model, file.AttributeAt(diagnostic));

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        yield return new TextChange(attribute.Name.Span, AttributeText.Beside(attribute, Property(diagnostic, "Fitting")));
    }
}
