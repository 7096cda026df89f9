using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Runs the generator as a build would, with every warning an error, and asserts each time that its results are cached.</summary>
internal static class Generation
{
    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)];

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>What the generator adds to the source; `using DslNet` is added.</summary>
    public static GeneratorRunResult Run(string source, string targets, out CSharpCompilation compiled, bool checkOverflow = false)
    {
        using var culture = HostileCulture.Enter();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Networks" + Guid.NewGuid().ToString("N"), [Parse("using DslNet;\n" + source, "Source.cs")], s_references,
            s_options.WithOverflowChecks(checkOverflow));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: s_parseOptions, optionsProvider: new TargetOptions(targets),
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

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, s_parseOptions, path, cancellationToken: TestContext.Current.CancellationToken);
}
