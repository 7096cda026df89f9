using System.Collections.Immutable;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>
/// Offers remedies for a rule, one by one and, if they suit that, for a whole solution. There is a provider for each remedy, since the command
/// line may ask for all places of a rule under the name of another rule's remedy, or of none.
/// </summary>
public abstract class RemedyProvider : CodeFixProvider
{
    private readonly ImmutableArray<Remedy> _remedies;

    /// <param name="ids">The rules.</param>
    /// <param name="remedies">What mends them, the likeliest first.</param>
    private protected RemedyProvider(ImmutableArray<string> ids, params Remedy[] remedies) =>
        (FixableDiagnosticIds, _remedies) = (ids, [.. remedies]);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => !_remedies.All(remedy => remedy.MendsAll)
        ? null
        : FixAllProvider.Create(async (context, document, diagnostics) =>
        {
            Remedy remedy = _remedies.FirstOrDefault(remedy => remedy.Key == context.CodeActionEquivalenceKey) ?? _remedies[0];
            return await ApplyAsync(document, remedy, diagnostics, context.CancellationToken).ConfigureAwait(false);
        });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceFile file = await SourceFile.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(IsOurs))
        {
            foreach (Remedy remedy in _remedies.Where(remedy => remedy.IsCertain(file, diagnostic)))
            {
                var action = CodeAction.Create(
                    remedy.TitleFor(file, diagnostic),
                    cancellation => ApplyAsync(context.Document, remedy, [diagnostic], cancellation),
                    remedy.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    // What is wrong in a block is reported where that is used: there is nothing to mend there.
    private bool IsOurs(Diagnostic diagnostic) => FixableDiagnosticIds.Contains(diagnostic.Id) && !diagnostic.Properties.ContainsKey(ProblemList.InBlock);

    private async Task<Document> ApplyAsync(
        Document document, Remedy remedy, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SourceFile file = await SourceFile.ReadAsync(document, cancellation).ConfigureAwait(false);
        Diagnostic[] certain = [.. diagnostics.Where(diagnostic => IsOurs(diagnostic) && remedy.IsCertain(file, diagnostic))];

        // Two diagnostics can ask for the same change: two networks in one class that is not partial.
        return document.WithText(file.Text.WithChanges(remedy.ChangesFor(file, certain).Distinct().OrderBy(change => change.Span)));
    }
}
