using System.Collections.Immutable;
using DslNet.CodeFixes.Providers;
using DslNet.Generators.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Tests;

/// <summary>Applies fixes to source in which the diagnostics are marked, and compares what comes out.</summary>
internal static class CodeFix
{
    /// <summary>The providers that an IDE would find.</summary>
    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [
        .. typeof(RemedyProvider).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// Mends the diagnostics of one rule one after the other, and all at once if that is offered; both must give the same text,
    /// in which the rule is no longer broken, and nothing else is that was not before.
    /// </summary>
    /// <param name="before">Source with the diagnostics of one rule marked; `using DslNet` is added.</param>
    /// <param name="after">The text expected.</param>
    /// <param name="title">What the first fix is called; null to leave it unchecked.</param>
    /// <param name="choice">Which of the offered fixes to take.</param>
    public static async Task VerifyAsync(string before, string after, string? title = null, int choice = 0)
    {
        var markup = Markup.Parse(AddUsing(before));
        string id = markup.Expected[0].Id;
        Document document = await NetworkProject.CreateAsync(markup.Source);
        ImmutableArray<Diagnostic> found = await NetworkProject.AnalyzeAsync(document.Project, id);
        Assert.Equal(markup.Expected.Select(expected => expected.Span).Order(), found.Select(diagnostic => diagnostic.Location.SourceSpan).Order());

        IReadOnlyList<string> told = await NetworkProject.ProblemsAsync(document.Project);
        CodeAction first = (await OfferedAsync(document, found[0]))[choice];
        if (title is not null)
            Assert.Equal(title, first.Title);

        Assert.Equal(AddUsing(after), await OneByOneAsync(document, id, choice, found.Length));
        Document mended = document.WithText(SourceText.From(AddUsing(after)));
        Assert.Empty(NewIn(await NetworkProject.ProblemsAsync(mended.Project), told));
        if (!MendsAll(id))
            return;
        Assert.Equal(AddUsing(after), await AllAtOnceAsync(document, id, first.EquivalenceKey!));
        if (choice == 0)
            Assert.Equal(AddUsing(after), await AllAtOnceAsync(document, id, "another rule's"));
    }

    /// <summary>Whether all places of a rule can be mended at once.</summary>
    public static bool MendsAll(string id) => ProviderFor(id).GetFixAllProvider() is not null;

    /// <summary>A class named Net with these attributes, before and after.</summary>
    public static Task VerifyNetworkAsync(string before, string after, string? title = null, int choice = 0) =>
        VerifyAsync(Class(before), Class(after), title, choice);

    /// <summary>Nothing may be offered where the remedy is not certain.</summary>
    public static Task VerifyNoneAsync(string attributes) => VerifyNoneInAsync(Class(attributes));

    /// <summary>Nothing may be offered where the remedy is not certain.</summary>
    /// <param name="text">Source with one diagnostic marked; `using DslNet` is added.</param>
    public static async Task VerifyNoneInAsync(string text)
    {
        var markup = Markup.Parse(AddUsing(text));
        Document document = await NetworkProject.CreateAsync(markup.Source);
        Diagnostic found = Assert.Single(await NetworkProject.AnalyzeAsync(document.Project, markup.Expected[0].Id));
        Assert.Empty(await OfferedAsync(document, found));
    }

    private static IEnumerable<string> NewIn(IReadOnlyList<string> after, IReadOnlyList<string> before)
    {
        List<string> left = [.. after];
        foreach (string id in before)
            left.Remove(id);
        return left;
    }

    private static CodeFixProvider ProviderFor(string id) => Providers.Single(provider => provider.FixableDiagnosticIds.Contains(id));

    private static string Class(string attributes) => $"[Network]\n{attributes}\npublic sealed partial class Net;\n";

    private static string AddUsing(string text) => "using DslNet;\n" + text;

    private static async Task<string> OneByOneAsync(Document document, string id, int choice, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ImmutableArray<Diagnostic> left = await NetworkProject.AnalyzeAsync(document.Project, id);
            if (left.IsEmpty)
                break;
            document = await ApplyAsync(document, (await OfferedAsync(document, left[0]))[choice]);
        }

        Assert.Empty(await NetworkProject.AnalyzeAsync(document.Project, id));
        return await TextAsync(document);
    }

    private static async Task<string> AllAtOnceAsync(Document document, string id, string key)
    {
        CodeFixProvider provider = ProviderFor(id);
        var context = new FixAllContext(
            document, provider, FixAllScope.Project, key, [id], new AnalyzedDiagnostics(), TestContext.Current.CancellationToken);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await TextAsync(await ApplyAsync(document, action!));
    }

    private static async Task<List<CodeAction>> OfferedAsync(Document document, Diagnostic diagnostic)
    {
        List<CodeAction> offered = [];
        await ProviderFor(diagnostic.Id).RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic, (action, _) => offered.Add(action), TestContext.Current.CancellationToken));
        return offered;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task<string> TextAsync(Document document) =>
        (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
