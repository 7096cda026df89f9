using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes;

/// <summary>A file in which something is to be mended.</summary>
internal sealed class SourceFile(SyntaxNode root, SemanticModel model, SourceText text)
{
    public SemanticModel Model => model;

    public SourceText Text => text;

    public static async Task<SourceFile> ReadAsync(Document document, CancellationToken cancellation) => new(
        (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!,
        (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!,
        await document.GetTextAsync(cancellation).ConfigureAwait(false));

    /// <summary>The attribute that a diagnostic underlines, or in which it underlines an argument.</summary>
    public AttributeSyntax AttributeAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<AttributeSyntax>()!;

    /// <summary>The class that a diagnostic underlines, or in which it underlines something.</summary>
    public TypeDeclarationSyntax TypeAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<TypeDeclarationSyntax>()!;

    /// <summary>The constructor whose name a diagnostic underlines.</summary>
    public ConstructorDeclarationSyntax ConstructorAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<ConstructorDeclarationSyntax>()!;

    /// <summary>The expression that a diagnostic underlines.</summary>
    public ExpressionSyntax? ExpressionAt(Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;

    /// <summary>The line breaks that the file has.</summary>
    public string LineBreak
    {
        get
        {
            TextLine first = text.Lines[0];
            return first.EndIncludingLineBreak == first.End ? "\n" : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        }
    }

    private SyntaxNode NodeAt(Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan);
}
