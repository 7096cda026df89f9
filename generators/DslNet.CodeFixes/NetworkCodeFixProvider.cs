using System.Collections.Immutable;
using System.Composition;
using DslNet.CodeFixes.Remedies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes;

/// <summary>Offers the remedies of the rules that have a certain one, one by one and for a whole solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NetworkCodeFixProvider)), Shared]
public sealed class NetworkCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RemedyCatalogue.ByRule.Keys];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        Remedy? remedy = RemedyCatalogue.Find(context.CodeActionEquivalenceKey);
        return remedy is null ? document : await ApplyAsync(document, remedy, diagnostics, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceFile file = await SourceFile.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Remedy remedy in RemedyCatalogue.ByRule[diagnostic.Id])
            {
                if (!remedy.IsCertain(file, diagnostic))
                    continue;

                var action = CodeAction.Create(
                    remedy.TitleFor(file, diagnostic),
                    cancellation => ApplyAsync(context.Document, remedy, [diagnostic], cancellation),
                    remedy.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    private static async Task<Document> ApplyAsync(
        Document document, Remedy remedy, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SourceFile file = await SourceFile.ReadAsync(document, cancellation).ConfigureAwait(false);
        Diagnostic[] certain = [.. diagnostics.Where(diagnostic => remedy.Fixes(diagnostic) && remedy.IsCertain(file, diagnostic))];

        // Two diagnostics can ask for the same change: two networks in one class that is not partial.
        return document.WithText(file.Text.WithChanges(remedy.ChangesFor(file, certain).Distinct().OrderBy(change => change.Span)));
    }
}
