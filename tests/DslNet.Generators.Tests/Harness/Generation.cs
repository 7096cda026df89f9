using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Runs the generator as a build would, with every warning an error, and asserts each time that its results are cached.</summary>
internal static class Generation
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>What all compilations have in common. They are made from this one, so that what it has read of its references is read once.</summary>
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Networks",
        references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)],
        options: new(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable));

    private static readonly SyntaxTree s_own = Parse(OwnFunctions.Source, "Own.cs");

    /// <summary>What the generator adds to the source; `using DslNet` is added.</summary>
    public static GeneratorRunResult Run(string source, string targets, out CSharpCompilation compiled, bool checkOverflow = false, OptimizationLevel optimization = OptimizationLevel.Release, string? plan = null)
    {
        using var culture = HostileCulture.Enter();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = s_empty
            .WithOptions(s_empty.Options.WithOverflowChecks(checkOverflow).WithOptimizationLevel(optimization))
            .AddSyntaxTrees(Parse("using DslNet;\n" + source, "Source.cs"), s_own);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: s_parseOptions, optionsProvider: new TargetOptions(targets, plan: plan),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> problems, cancellation);
        Assert.Empty(problems);
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);

        Caching.Verify(driver.RunGenerators(compilation, cancellation), result);
        CSharpCompilation edited = compilation.AddSyntaxTrees(Parse("internal static class Unrelated { }", "Unrelated.cs"));
        Caching.Verify(driver.RunGenerators(edited, cancellation), result);

        // What is typed above a network moves it, and changes nothing of it.
        CSharpCompilation moved = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Parse("// Moved.\nusing DslNet;\n" + source, "Source.cs"));
        Caching.Verify(driver.RunGenerators(moved, cancellation), result);

        compiled = (CSharpCompilation)output;
        return result;
    }

    /// <summary>The files that are written anew when a part of the source is edited, or when it is the first time.</summary>
    public static IReadOnlyCollection<string> Rewritten(string source, string before, string after)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = s_empty.AddSyntaxTrees(Parse("using DslNet;\n" + source, "Source.cs"), Parse("using DslNet;\n" + before, "Edited.cs"));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: s_parseOptions, optionsProvider: new TargetOptions(""),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation, cancellation);
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Parse("using DslNet;\n" + after, "Edited.cs")), cancellation);
        return
        [
            .. Assert.Single(driver.GetRunResult().Results).TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs)
                .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
                .SelectMany(output => Sources(output.Value)).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What an output step has are its sources and its diagnostics, in a type of the compiler's own.</summary>
    private static IEnumerable<string> Sources(object value)
    {
        object sources = value.GetType().GetField("Item1")!.GetValue(value)!;
        return ((System.Collections.IEnumerable)sources).Cast<object>().Select(source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!);
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, s_parseOptions, path, cancellationToken: TestContext.Current.CancellationToken);
}
