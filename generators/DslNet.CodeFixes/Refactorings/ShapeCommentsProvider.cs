using System.Collections.Immutable;
using System.Composition;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Refactorings;

/// <summary>Writes the shapes of a network as comments behind its layers, and brings those that are there up to date.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ShapeCommentsProvider)), Shared]
public sealed class ShapeCommentsProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (DeclarationAt(root, context.Span) is not { } declaration)
            return;

        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || !CarriesNetwork(type, declaration, context.CancellationToken))
            return;

        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        ParsedNetwork network = NetworkParser.Parse(type, declaration, context.CancellationToken);
        ImmutableArray<TextChange> changes = [.. ShapeComments.ChangesFor(text, declaration, network)];
        if (changes.IsEmpty)
            return;

        context.RegisterRefactoring(CodeAction.Create(
            "Write the shapes as comments",
            _ => Task.FromResult(context.Document.WithText(text.WithChanges(changes))),
            nameof(ShapeCommentsProvider)));
    }

    /// <summary>The class whose name or one of whose attributes is selected, or has the caret in it or beside it.</summary>
    private static TypeDeclarationSyntax? DeclarationAt(SyntaxNode root, TextSpan selected) =>
        root.FindNode(selected).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        && (declaration.Identifier.Span.IntersectsWith(selected) || declaration.AttributeLists.Any(list => list.Span.IntersectsWith(selected)))
            ? declaration
            : null;

    private static bool CarriesNetwork(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        DeclaredAttribute.Of(type, cancellation).Any(attribute =>
            attribute.Role == AttributeRole.Network && attribute.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration);
}
