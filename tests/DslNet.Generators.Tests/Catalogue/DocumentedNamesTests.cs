using System.Text.RegularExpressions;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>What the documents for those who work on DslNet call by its name is called so in the code.</summary>
public sealed partial class DocumentedNamesTests
{
    private static readonly string[] s_folders = ["generators", "src", "tests", "benchmarks", "samples"];

    private static readonly Lazy<HashSet<string>> s_words = new(() =>
    [
        .. s_folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Documents.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets" && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) != nameof(DocumentedNamesTests) + ".cs")
            .SelectMany(path => Word().Matches(File.ReadAllText(path))).Select(match => match.Value),
    ]);

    public static TheoryData<string> Pages =>
    [
        "CONTRIBUTING.md", "docs/architecture.md", "docs/generated.md", "docs/numerics.md", "docs/performance.md",
        .. Directory.EnumerateFiles(Path.Combine(Documents.Root, "docs/decisions"), "*.md").Select(path => "docs/decisions/" + Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Names_in_documents_exist(string page) =>
        Assert.Empty(Name().Matches(Documents.Read(page)).Select(match => match.Groups[1].Value.Split('.')[^1]).Where(name => !s_words.Value.Contains(name)).Distinct());

    [Fact]
    public void A_name_that_nobody_has_is_found() => Assert.DoesNotContain("PlaceForm", s_words.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    // In code, and of several words: one word may be another language's, or a value of MSBuild.
    [GeneratedRegex("`((?:[A-Za-z]\\w*\\.)*[A-Z]\\w*[a-z][A-Z]\\w*)`")]
    private static partial Regex Name();
}
