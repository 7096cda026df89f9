using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Writes Flatten before a dense layer that follows an image.</summary>
internal sealed class InsertFlatten : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Insert Flatten before {Property(diagnostic, "Layer")}";

    /// <summary>
    /// One more layer of the kind moves the numbers of those behind it, and with them what their names refer to. Its own name
    /// must not be another layer's.
    /// </summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) =>
        !LayerReferences.AnyToKind(file, file.AttributeAt(diagnostic), "Flatten");

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax dense = file.AttributeAt(diagnostic);
        string flatten = AttributeText.Beside(dense, "Flatten");
        AttributeArgumentSyntax? from = AttributeText.Named(dense, "From");
        if (from is not null)
        {
            // What the dense layer was told to read is now read by the new one. Another argument always stands before it.
            flatten += $"({from})";
            yield return new TextChange(TextSpan.FromBounds(from.GetFirstToken().GetPreviousToken().SpanStart, from.Span.End), "");
        }

        yield return Insert(dense.SpanStart, flatten + ", ");
    }
}
