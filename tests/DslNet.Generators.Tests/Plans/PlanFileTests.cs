using DslNet.Generators.Emission;
using DslNet.Generators.Tests.Catalogue;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Plans;

/// <summary>The file of a plan is there where it is asked for, and changes nothing else.</summary>
public sealed class PlanFileTests
{
    private const string Source =
        "namespace N { [Network, Input(4), Dense(8), Tanh, Dense(2), MeanSquaredError] internal partial class A; [Network, Input(4), Dense(8), Tanh, Dense(2), MeanSquaredError] internal partial class B; }";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void No_plan_is_written_unless_it_is_wanted(string? plan) =>
        Assert.DoesNotContain(Sources(plan), source => source.HintName.Contains("Plan", StringComparison.Ordinal));

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public void Each_network_has_a_plan_where_it_is_wanted(string plan)
    {
        GeneratedSourceResult[] without = Sources(null), with = Sources(plan);
        string[] plans = [.. with.Select(source => source.HintName).Except(without.Select(source => source.HintName))];
        Assert.Equal(["N.A.Plan.g.cs", "N.B.Plan.g.cs"], plans.Order(StringComparer.Ordinal));
        Assert.All(without, source => Assert.Equal(source.SourceText.ToString(), with.Single(other => other.HintName == source.HintName).SourceText.ToString()));
        foreach (GeneratedSourceResult source in with.Where(source => plans.Contains(source.HintName)))
            Assert.All(source.SourceText.ToString().Split('\n'), line => Assert.True(line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal), line));
    }

    [Fact]
    public void A_broken_network_has_none() => Assert.Equal(
        ["Wrong.g.cs"],
        Generation.Run("[Network, Input(1, 4, 4), Conv2D(2, 5), MeanSquaredError] internal partial class Wrong;", "", out _, plan: "true").GeneratedSources.Select(source => source.HintName));

    /// <summary>A build property reaches a generator only if the package says so.</summary>
    [Fact]
    public void The_package_lets_the_generator_see_the_property() => Assert.Contains(
        $"<CompilerVisibleProperty Include=\"{PlanFile.Property["build_property.".Length..]}\" />", Documents.Read("src/DslNet/build/DslNet.props"), StringComparison.Ordinal);

    private static GeneratedSourceResult[] Sources(string? plan) => [.. Generation.Run(Source, "portable", out _, plan: plan).GeneratedSources];
}
