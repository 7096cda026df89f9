using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Writes [Network] on a line of its own above the attributes that need it.</summary>
internal sealed class AddNetwork : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => "Add [Network]";

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        int start = attribute.FirstAncestorOrSelf<AttributeListSyntax>()!.SpanStart;
        TextLine line = file.Text.Lines.GetLineFromPosition(start);
        string before = file.Text.ToString(TextSpan.FromBounds(line.Start, start));
        string name = AttributeText.Beside(attribute, "Network");
        yield return Insert(start, string.IsNullOrWhiteSpace(before) ? $"[{name}]{file.LineBreak}{before}" : $"[{name}] ");
    }
}
