using System.Text.RegularExpressions;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Refactorings;

/// <summary>The end of a line of attributes, where the comment with the shape stands or has to stand.</summary>
internal sealed class LineEnd
{
    /// <summary>A shape and nothing else, up to the end or to another comment: only what looks like this is ever replaced.</summary>
    private static readonly Regex s_shapeComment = new(
        @"^//[ \t]*[0-9]+(×[0-9]+×[0-9]+)?(?=[ \t]*(?<other>//|$))", RegexOptions.CultureInvariant);

    private readonly TextSpan _shape;
    private readonly TextSpan _space;
    private readonly string _written;
    private readonly bool _isAlone;
    private readonly int _other;

    private LineEnd(SourceText text, SyntaxTriviaList behind)
    {
        int end = behind.Last().SpanStart;
        SyntaxTrivia comment = behind.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        Match shape = s_shapeComment.Match(comment.ToString());
        int start = comment.IsKind(SyntaxKind.None) ? end : comment.SpanStart;
        _written = shape.Value;
        _shape = new TextSpan(start, shape.Length);
        _other = start + shape.Groups["other"].Index;
        _isAlone = start == end || shape.Success && shape.Groups["other"].Length == 0;

        int content = start;
        while (text[content - 1] is ' ' or '\t')
            content--;
        _space = TextSpan.FromBounds(content, _isAlone ? end : start);
    }

    /// <summary>The end of the line on which an attribute ends; null if no comment can stand there.</summary>
    public static LineEnd? Behind(SourceText text, TypeDeclarationSyntax declaration, AttributeSyntax attribute)
    {
        SyntaxToken last = attribute.GetLastToken();
        int line = text.Lines.IndexOf(last.Span.End);
        while (last.GetNextToken() is var next && text.Lines.IndexOf(next.SpanStart) == line && !next.IsKind(SyntaxKind.None))
            last = next;

        // The attributes must end with the line, or go on on another, and so must other comments.
        return declaration.AttributeLists.Any(list => list.Span.Contains(last.Span))
            && last.TrailingTrivia.LastOrDefault() is var lineBreak
            && lineBreak.IsKind(SyntaxKind.EndOfLineTrivia)
            && text.Lines.IndexOf(lineBreak.SpanStart) == line
            ? new LineEnd(text, last.TrailingTrivia)
            : null;
    }

    /// <summary>Makes the comment say a shape, or takes it away if the shape is not known; null if nothing has to change.</summary>
    public TextChange? Write(Shape? shape)
    {
        string wanted = shape is { } known ? "// " + known : "";
        if (wanted == _written)
            return null;

        // What the user says on the line stays, behind the shape.
        return (_written, wanted, _isAlone) switch
        {
            ("", _, true) => new TextChange(_space, "  " + wanted),
            ("", _, false) => new TextChange(_shape, wanted + " "),
            (_, "", true) => new TextChange(_space, ""),
            (_, "", false) => new TextChange(TextSpan.FromBounds(_shape.Start, _other), ""),
            _ => new TextChange(_shape, wanted),
        };
    }
}
