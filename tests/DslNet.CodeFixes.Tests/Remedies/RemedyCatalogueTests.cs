using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DslNet.CodeFixes.Remedies;

namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>The list of rules tells which of them have a fix.</summary>
public sealed partial class RemedyCatalogueTests
{
    [Fact]
    public void The_list_of_rules_names_the_fixes()
    {
        string list = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/rules/README.md"));
        Assert.Equal(RemedyCatalogue.ByRule.Keys.Order(), RowWithFix().Matches(list).Select(match => match.Groups[1].Value).Order());
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| \[(DSLN\d+)\][^|]*\|[^|]*\|[^|]*\| \S[^|]* \|\r?$", RegexOptions.Multiline)]
    private static partial Regex RowWithFix();
}
