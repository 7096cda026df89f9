using System.Collections.Immutable;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0302: networks in a build without the optimiser.</summary>
public sealed class OptimizerRuleTests
{
    private const string Source =
        """
        using DslNet;
        [Network, Input(2), Dense(3)] partial class {|DSLN0302:One|};
        [Network, Input(2), Dense(3)] partial class {|DSLN0302:@checked|} { }
        [Network, Input(2), {|DSLN0050:Dense(0)|}] partial class Broken;
        class Other;
        """;

    [Fact]
    public async Task A_debug_build_is_told_once_a_network()
    {
        ImmutableArray<Diagnostic> found = await RunAsync(OptimizationLevel.Debug);
        Assert.Equal(["DSLN0302", "DSLN0302", "DSLN0050"], found.Select(problem => problem.Id));
        Assert.Equal(Markup.Parse(Source).Expected[0].Span, found[0].Location.SourceSpan);
        Assert.Equal(
            "One is compiled without the optimiser, so that it runs 10 to 40 times slower. Build with -c Release, or set <DslNetOptimizeInDebug>true</DslNetOptimizeInDebug> in this project.",
            found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith("checked is", found[1].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_release_build_is_not_told() =>
        Assert.Equal("DSLN0050", Assert.Single(await RunAsync(OptimizationLevel.Release)).Id);

    private static Task<ImmutableArray<Diagnostic>> RunAsync(OptimizationLevel level)
    {
        CSharpCompilation compilation = NetworkSource.Compile(Markup.Parse(Source).Source);
        return Analysis.RunAsync(compilation.WithOptions(compilation.Options.WithOptimizationLevel(level)));
    }
}
