using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DslNet.CodeFixes.Tests;

/// <summary>The list of rules tells which of them have a fix.</summary>
public sealed partial class RuleListTests
{
    [Fact]
    public void The_list_of_rules_names_the_fixes()
    {
        string list = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../docs/rules/README.md"));
        Assert.Equal(CodeFix.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Order(), RowWithFix().Matches(list).Select(match => match.Groups[1].Value).Order());
    }

    /// <summary>What builds must not become something else in bulk, another network or another thread: <c>dotnet format</c> asks nobody.</summary>
    [Fact]
    public void All_fixes_but_those_that_change_shapes_or_threads_mend_all_places() =>
        Assert.Equal(["DSLN0153", "DSLN0205"], CodeFix.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Where(id => !CodeFix.MendsAll(id)).Order());

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| \[(DSLN\d+)\][^|]*\|[^|]*\|[^|]*\| \S[^|]* \|\r?$", RegexOptions.Multiline)]
    private static partial Regex RowWithFix();
}
