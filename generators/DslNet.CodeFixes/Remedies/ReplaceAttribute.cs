using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Writes DslNet's attribute for one that does not exist, with its arguments.</summary>
internal sealed class ReplaceAttribute : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Write [{Property(diagnostic, "Replacement")}]";

    /// <summary>There is no replacement where an argument may mean something else.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) => Property(diagnostic, "Replacement").Length > 0;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        yield return new TextChange(attribute.Span, AttributeText.Beside(attribute, Property(diagnostic, "Replacement")));
    }
}
