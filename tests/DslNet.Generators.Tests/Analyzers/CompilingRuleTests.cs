using System.Collections.Immutable;
using DslNet.Generators.Emission;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0303: networks that take the compiler more than a minute.</summary>
public sealed class CompilingRuleTests
{
    [Theory]
    [InlineData("Input(64)", "Dense({0}), ReLU", 64, 580)]
    [InlineData("Input(64)", "Dense({0}), Tanh, Dropout(0.1), Dense({0}, Bias = false), GELU", 40, 400)]
    public async Task Layers_that_differ_are_warned_of(string input, string layer, int first, int count)
    {
        string source = Differing(input, layer, first, count);
        Diagnostic found = Assert.Single(await RunAsync(source.Replace("class Net;", "class {|DSLN0303:Net|};", StringComparison.Ordinal)), problem => problem.Id == "DSLN0303");
        Assert.Matches(
            @"^Net takes the compiler about [0-9,]+ seconds, since its layers differ so that they need [0-9,]+ kernels\. Make layers of equal sizes, which share their kernels, or generate for fewer processors with <DslNetTargets>\.$",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(source.IndexOf("Net;", source.IndexOf("class", StringComparison.Ordinal), StringComparison.Ordinal), found.Location.SourceSpan.Start);
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [InlineData("Input(64)", "Dense(64), ReLU", 200)]
    [InlineData("Input(16, 8, 8)", "Conv2D(16, 3, Padding = 1), ReLU", 200)]
    [InlineData("Input(8)", "Dense(8), Tanh", 1000)]
    public async Task Equal_layers_are_not(string input, string layer, int count) =>
        Assert.DoesNotContain(await RunAsync(Differing(input, layer, 0, count)), problem => problem.Id == "DSLN0303");

    /// <summary>As few differing layers as most networks have take seconds.</summary>
    [Theory]
    [InlineData("Input(16, 8, 8)", "Conv2D({0}, 3, Padding = 1), ReLU", 16, 40)]
    [InlineData("Input(64)", "Dense({0}), ReLU", 64, 60)]
    [InlineData("Input(8)", "Dense({0}), Tanh", 8, 100)]
    public async Task Some_that_differ_are_not(string input, string layer, int first, int count) =>
        Assert.DoesNotContain(await RunAsync(Differing(input, layer, first, count)), problem => problem.Id == "DSLN0303");

    /// <summary>Fewer targets, less text: what is warned of in a release build is fine in one without the optimiser.</summary>
    [Fact]
    public async Task Only_what_is_generated_counts()
    {
        string source = Differing("Input(64)", "Dense({0}), ReLU", 64, 580);
        Assert.Contains(await RunAsync(source), problem => problem.Id == "DSLN0303");
        Assert.DoesNotContain(await RunAsync(source, OptimizationLevel.Debug), problem => problem.Id == "DSLN0303");
    }

    /// <summary>Beside what the compiler was seen to take (see decision 22), of convolutions before there were Winograd tiles.</summary>
    [Theory]
    [InlineData("Network(Winograd = false)", "Input(16, 8, 8)", "Conv2D({0}, 3, Padding = 1), ReLU", 16, 40, 8.5)]
    [InlineData("Network", "Input(64)", "Dense({0}), ReLU", 64, 60, 7.7)]
    public void The_estimate_is_near_what_was_measured(string network, string input, string layer, int first, int count, double measured)
    {
        CompilingCost cost = CompilingCost.Of(NetworkSource.Parse(Differing(input, layer, first, count, network)).Spec, Target.All)!;
        Assert.InRange(cost.Seconds, measured * 0.8, measured * 1.25);
        Assert.InRange(cost.Kernels, 3 * count, 5 * count);
    }

    /// <summary>Of a network whose layers are few kinds nothing is written to find that out.</summary>
    [Fact]
    public void Most_networks_are_not_estimated() =>
        Assert.Null(CompilingCost.Of(NetworkSource.Valid($"[Input(64), {string.Join(", ", Enumerable.Repeat("Dense(64), ReLU", 200))}, MeanSquaredError]"), Target.All));

    private static string Differing(string input, string layer, int first, int count, string network = "Network") =>
        $"using DslNet; [{network}, {input}, {string.Join(", ", Enumerable.Range(first, count).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, layer, number)))}, MeanSquaredError] public sealed partial class Net;";

    private static Task<ImmutableArray<Diagnostic>> RunAsync(string source, OptimizationLevel level = OptimizationLevel.Release)
    {
        CSharpCompilation compilation = NetworkSource.Compile(Markup.Parse(source).Source);
        return Analysis.RunAsync(compilation.WithOptions(compilation.Options.WithOptimizationLevel(level)));
    }
}
