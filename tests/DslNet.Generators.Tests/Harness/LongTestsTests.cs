using System.Runtime.CompilerServices;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The switch for the tests that take long.</summary>
public sealed class LongTestsTests
{
    [Theory]
    [InlineData("all", true)]
    [InlineData("ALL", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_all_means_all(string? setting, bool wanted) => Assert.Equal(wanted, LongTests.AreWantedBy(setting));

    [Fact]
    public void A_skipped_test_says_in_one_line_how_to_run_it()
    {
        Assert.DoesNotContain('\n', LongTests.Skip);
        Assert.Contains("DSLNET_TESTS=all", LongTests.Skip, StringComparison.Ordinal);
    }

    [LongFact]
    public void It_runs_only_where_it_is_wanted() => Assert.True(LongTests.AreWanted);

    [Fact]
    public void Continuous_integration_runs_all() =>
        Assert.Contains("\nexport DSLNET_TESTS=all\n", File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../.ci/run")), StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
