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

    /// <summary>An assertion must not be mended in bulk, nor a network or a thread become another: <c>dotnet format</c> asks nobody.</summary>
    [Fact]
    public void All_fixes_but_those_that_need_a_look_mend_all_places() =>
        Assert.Equal(
            ["DSLN0102", "DSLN0103", "DSLN0106", "DSLN0150", "DSLN0153", "DSLN0156", "DSLN0157", "DSLN0205"],
            CodeFix.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Where(id => !CodeFix.MendsAll(id)).Order());

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| \[(DSLN\d+)\][^|]*\|[^|]*\|[^|]*\| \S[^|]* \|\r?$", RegexOptions.Multiline)]
    private static partial Regex RowWithFix();
}
