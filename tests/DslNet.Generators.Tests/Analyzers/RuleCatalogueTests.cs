using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DslNet.Generators.Model;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Holds ids, descriptors, pages, release tracking and tests together; the examples on the pages must be true.</summary>
public sealed partial class RuleCatalogueTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    public static TheoryData<string> Ids => [.. typeof(RuleIds).GetFields().Select(constant => (string)constant.GetRawConstantValue()!)];

    /// <summary>The rules about declarations, which do not need what is generated.</summary>
    public static TheoryData<string> DeclarationIds => [.. Ids.Select(row => row.Data).Where(id => string.CompareOrdinal(id, "DSLN0200") < 0)];

    [Fact]
    public void Every_id_has_one_descriptor()
    {
        Assert.Equal(Ids.Select(row => row.Data).Order(), DslNet.Generators.Diagnostics.Rules.All.Select(rule => rule.Id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Messages_state_a_fact_and_a_remedy(string id)
    {
        DiagnosticDescriptor rule = Diagnostics.Rules.Get(id);
        string message = rule.MessageFormat.ToString();
        Assert.Matches(@"^\S.*[^.]\. \S.*\.$", message);
        Assert.DoesNotMatch(@"\{[^0-9]", message.Replace("(channels", "("));
        Assert.False(rule.Title.ToString().EndsWith('.'));
        Assert.Equal($"https://github.com/dslnet/dslnet/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Releases_are_tracked(string id)
    {
        DiagnosticDescriptor rule = Diagnostics.Rules.Get(id);
        string tracked = Read("generators/DslNet.Generators/AnalyzerReleases.Shipped.md")
            + Read("generators/DslNet.Generators/AnalyzerReleases.Unshipped.md");
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n", tracked);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rules_have_tests_with_markup(string id)
    {
        string tests = string.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(ThisFile())!, "*.cs").Select(File.ReadAllText));
        Assert.Matches($@"\{{\|[DSLN0-9,]*{id}[DSLN0-9,]*:", tests);
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Pages_show_a_wrong_and_a_right_network(string id)
    {
        string page = Read($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {Diagnostics.Rules.Get(id).Title}\n", page);
        Assert.Contains($"[{id}]({id}.md)", Read("docs/rules/README.md"));

        string[] examples = ExamplesOf(id);
        Assert.Equal(2, examples.Length);
        Assert.Equal([id], (await RunAsync(examples[0], id)).Select(problem => problem.Id).Distinct());
        Assert.Empty(await RunAsync(examples[1], id));
    }

    [Fact]
    public void No_page_is_left_over()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Path.Combine(s_root, "docs/rules"), "DSLN*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(Ids.Select(row => row.Data).Order(), pages.Order());
    }

    /// <summary>The wrong and the right example on a rule's page.</summary>
    internal static string[] ExamplesOf(string id) =>
        [.. CodeBlock().Matches(Read($"docs/rules/{id}.md")).Select(match => "using DslNet;\n" + match.Groups[1].Value)];

    private static async Task<IEnumerable<Diagnostic>> RunAsync(string source, string id)
    {
        // An example may say how it is built, in its first line.
        CSharpCompilation compilation = NetworkSource.Compile(AndSoOn().Replace(source, Repeat));
        if (id == "DSLN0301")
            compilation = NetworkSource.WithNotes(compilation);
        if (source.Contains("// dotnet build -c Debug\n", StringComparison.Ordinal))
            compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug));
        compilation = Analysis.Generate(compilation);
        // What an attribute does not take, and a member that is not there, is the compiler's error too.
        Assert.Equal(id is RuleIds.ArgumentNotTaken or RuleIds.NoStreams && source == ExamplesOf(id)[0], Analysis.CompilerErrors(compilation).Any());
        return await Analysis.RunAsync(compilation);
    }

    /// <summary>A line of attributes, and the same with every number up to the one named.</summary>
    private static string Repeat(Match match)
    {
        int first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture), last = int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Range(first, last - first + 1).Select(number => $"[{match.Groups["layer"].Value}({number.ToString(CultureInfo.InvariantCulture)}{match.Groups["rest"].Value}\n"));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(s_root, path)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\[(?<layer>\w+)\((?<first>\d+)(?<rest>.*)\n// \.\.\. and so on, to \k<layer>\((?<last>\d+)\)\n", RegexOptions.Multiline)]
    private static partial Regex AndSoOn();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
