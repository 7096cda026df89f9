using DslNet.CodeFixes.Refactorings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Tests.Refactorings;

/// <summary>Applies the refactoring where the caret stands, and compares what comes out.</summary>
internal static class Refactoring
{
    private const string Using = "using DslNet;\n";
    private const string Caret = "$$";

    /// <summary>What comes out must be this, and after that nothing may be left to do.</summary>
    /// <param name="before">Source with the caret as <c>$$</c>; <c>using DslNet</c> is added.</param>
    /// <param name="after">The text expected.</param>
    public static async Task VerifyAsync(string before, string after)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        int caret = Using.Length + before.IndexOf(Caret, StringComparison.Ordinal);
        Document document = await NetworkProject.CreateAsync(Using + before.Replace(Caret, ""));
        CodeAction action = Assert.Single(await OfferedAsync(document, caret));
        Assert.Equal("Write the shapes as comments", action.Title);

        IEnumerable<CodeActionOperation> operations = await action.GetOperationsAsync(cancellation);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        string text = (await changed.GetTextAsync(cancellation)).ToString();
        Assert.Equal(Using + after, text);
        Assert.Empty(await OfferedAsync(changed, text.IndexOf("class", StringComparison.Ordinal) + "class ".Length));
    }

    /// <summary>A class named Net with these attributes, before and after; the caret stands on its name.</summary>
    public static Task VerifyNetworkAsync(string before, string after) =>
        VerifyAsync(Class(before, "$$Net"), Class(after, "Net"));

    /// <summary>Nothing may be offered.</summary>
    public static async Task VerifyNoneAsync(string source)
    {
        int caret = source.IndexOf(Caret, StringComparison.Ordinal);
        Assert.Empty(await OfferedAsync(await NetworkProject.CreateAsync(Using + source.Replace(Caret, "")), Using.Length + caret));
    }

    public static string Class(string attributes, string name) => $"[Network]\n{attributes}\npublic sealed partial class {name};\n";

    private static async Task<List<CodeAction>> OfferedAsync(Document document, int caret)
    {
        List<CodeAction> offered = [];
        await new ShapeCommentsProvider().ComputeRefactoringsAsync(
            new CodeRefactoringContext(document, new TextSpan(caret, 0), offered.Add, TestContext.Current.CancellationToken));
        return offered;
    }
}
