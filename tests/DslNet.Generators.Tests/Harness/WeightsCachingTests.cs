using System.Collections.Immutable;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Harness;

/// <summary>What an edit, and another file of weights, have the generator do again.</summary>
public sealed class WeightsCachingTests
{
    private const string Source = """
        using DslNet;
        // net.safetensors has dense1.weight F32 3×4, dense1.bias F32 3
        // <DslNetWeights Include="net.safetensors" Network="Net" />
        [Network, Input(4), Dense(3)] public partial class Net;
        [Network, Input(4), Dense(2)] public partial class Other;
        """;

    [Fact]
    public void An_unrelated_edit_does_nothing()
    {
        (GeneratorDriver driver, CSharpCompilation compilation, _) = Run();
        GeneratorRunResult before = Assert.Single(driver.GetRunResult().Results);
        Assert.Equal(["Net.Weights.g.cs"], before.GeneratedSources.Select(source => source.HintName).Where(name => name.Contains("Weights", StringComparison.Ordinal)));
        SyntaxTree unrelated = CSharpSyntaxTree.ParseText("class Unrelated;", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, cancellationToken: TestContext.Current.CancellationToken);
        Caching.Verify(driver.RunGenerators(compilation.AddSyntaxTrees(unrelated), TestContext.Current.CancellationToken), before);
    }

    [Fact]
    public void Another_file_writes_the_load_alone()
    {
        (GeneratorDriver driver, CSharpCompilation compilation, AdditionalText text) = Run();
        AdditionalText other = DeclaredWeights.In(Source.Replace("/>", "Ignore=\"ema\" />", StringComparison.Ordinal)).Single();
        driver = driver.ReplaceAdditionalText(text, other).RunGenerators(compilation, TestContext.Current.CancellationToken);
        IncrementalGeneratorRunStep[] steps = [.. Assert.Single(driver.GetRunResult().Results).TrackedOutputSteps.SelectMany(pair => pair.Value)];
        Assert.Single(steps.SelectMany(step => step.Outputs), output => output.Reason is IncrementalStepRunReason.Modified);
    }

    private static (GeneratorDriver Driver, CSharpCompilation Compilation, AdditionalText Text) Run()
    {
        CSharpCompilation compilation = NetworkSource.Compile(Source);
        ImmutableArray<AdditionalText> texts = DeclaredWeights.In(Source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], texts, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, new TargetOptions("portable"),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return (driver.RunGenerators(compilation, TestContext.Current.CancellationToken), compilation, texts.Single());
    }
}
