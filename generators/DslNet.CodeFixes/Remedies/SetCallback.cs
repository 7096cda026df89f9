using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Makes the handler of a <c>Progress&lt;FitProgress&gt;</c> in FitOptions the callback.</summary>
internal sealed class SetCallback : Remedy
{
    /// <summary>The handler of a window would be called on another thread.</summary>
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => "Set Callback";

    /// <summary>Certain is a handler that stands right there, in options without a callback.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) => Find(file, diagnostic) is not null;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        (AssignmentExpressionSyntax assignment, ExpressionSyntax handler) = Find(file, diagnostic)!.Value;
        yield return new TextChange(assignment.Left.Span, "Callback");
        yield return new TextChange(TextSpan.FromBounds(assignment.Right.SpanStart, handler.SpanStart), "");
        yield return new TextChange(TextSpan.FromBounds(handler.Span.End, assignment.Right.Span.End), "");
    }

    private static (AssignmentExpressionSyntax Assignment, ExpressionSyntax Handler)? Find(SourceFile file, Diagnostic diagnostic)
    {
        if (file.ExpressionAt(diagnostic) is not ObjectCreationExpressionSyntax
            {
                Initializer: null,
                ArgumentList.Arguments: { Count: 1 } arguments,
                Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Progress" }, Parent: InitializerExpressionSyntax options } assignment,
            } creation
            || options.Expressions.OfType<AssignmentExpressionSyntax>().Any(other => other.Left is IdentifierNameSyntax { Identifier.ValueText: "Callback" })
            || file.Model.GetTypeInfo(creation).Type is not INamedTypeSymbol { MetadataName: "Progress`1" })
            return null;

        ExpressionSyntax handler = arguments[0].Expression;
        return HasNotes(creation, handler) ? null : (assignment, handler);
    }

    /// <summary>Whether a comment or a directive around the handler would be lost.</summary>
    private static bool HasNotes(SyntaxNode creation, SyntaxNode handler) => creation.DescendantTrivia()
        .Any(trivia => !handler.FullSpan.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
