using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Corrects the number of inputs that a dense layer asserts.</summary>
internal sealed class SetInputs : Remedy
{
    /// <summary>An assertion that fails is for the user to look at: mended without a look, it would never fail.</summary>
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Set Inputs = {Property(diagnostic, "ActualLength")}";

    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) =>
        AttributeText.Named(file.AttributeAt(diagnostic), "Inputs") is not null;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeArgumentSyntax inputs = AttributeText.Named(file.AttributeAt(diagnostic), "Inputs")!;
        yield return new TextChange(inputs.Expression.Span, Property(diagnostic, "ActualLength"));
    }
}
