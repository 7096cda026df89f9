using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Gives a pooling the padding with which its windows reach the whole image.</summary>
internal sealed class SetPadding : Remedy
{
    /// <summary>The network builds as it is, and with padding its shapes are others, so that files of its weights may no longer fit.</summary>
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Set Padding = {Property(diagnostic, "Padding")}";

    /// <summary>There is none where the stride is larger than the window.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) => Property(diagnostic, "Padding").Length > 0;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        string padding = AttributeText.Beside(attribute, Property(diagnostic, "Padding"));
        yield return AttributeText.Named(attribute, "Padding") is { } argument
            ? new TextChange(argument.Expression.Span, padding)
            : Insert(attribute.ArgumentList!.Arguments.Last().Span.End, ", Padding = " + padding);
    }
}
