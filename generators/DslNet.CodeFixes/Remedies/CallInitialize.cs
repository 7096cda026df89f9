using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Calls Initialize at the beginning of a constructor's block.</summary>
internal sealed class CallInitialize : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Call {CallFor(diagnostic)}";

    /// <summary>A seed that the constructor does not take is the user's to choose.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) =>
        Property(diagnostic, "Seed") != "0" && file.ConstructorAt(diagnostic).Body is not null;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        BlockSyntax body = file.ConstructorAt(diagnostic).Body!;
        string call = CallFor(diagnostic) + ";";
        TextLine open = file.Text.Lines.GetLineFromPosition(body.OpenBraceToken.SpanStart);
        string behind = file.Text.ToString(TextSpan.FromBounds(body.OpenBraceToken.Span.End, open.End)).TrimStart();
        if (behind.Length > 0 && !behind.StartsWith("//", StringComparison.Ordinal))
        {
            // Code on the brace's own line comes after the call, and so does a comment that may not end there.
            yield return Insert(body.OpenBraceToken.Span.End, " " + call);
            yield break;
        }

        // As far in as the first statement, or one step further than the brace that closes an empty block.
        SyntaxNode? first = body.Statements.FirstOrDefault();
        string indentation = first is not null ? IndentationAt(first.SpanStart) : IndentationAt(body.CloseBraceToken.SpanStart) + "    ";
        yield return Insert(open.End, file.LineBreak + indentation + call);

        string IndentationAt(int position)
        {
            TextLine line = file.Text.Lines.GetLineFromPosition(position);
            string text = file.Text.ToString(line.Span);
            return text.Substring(0, text.Length - text.TrimStart().Length);
        }
    }

    private static string CallFor(Diagnostic diagnostic) => $"Initialize({Escape(Property(diagnostic, "Seed"))})";

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
