using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using DslNet.Generators;
using DslNet.Generators.Analyzers;
using DslNet.Generators.Model;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.CodeFixes.Tests;

/// <summary>A project of one file with a network, in a workspace of its own.</summary>
internal static class NetworkProject
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What all projects have in common. They are made from this one, so that what it has read of its references is read once.</summary>
    private static readonly Project s_empty = new AdhocWorkspace()
        .AddProject("Networks", LanguageNames.CSharp)
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release))
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
        .WithMetadataReferences([.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)]);

    private static readonly Task<Compilation?> s_read = s_empty.GetCompilationAsync();

    public static async Task<Document> CreateAsync(string source)
    {
        // Only what is derived from a finished compilation shares what that has read.
        await s_read;
        return s_empty.AddDocument("Source.cs", source);
    }

    /// <summary>What the analyzers report: one rule, or all of them.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, string? id = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new NetworkAnalyzer(), new NetworkMissingAnalyzer(), new ProgressAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. found.Where(diagnostic => id is null || diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>
    /// The ids of all that is told of a project with what is generated: the compiler's errors, and what any analyzer finds. That
    /// a network is large is true of it before and after, but told only when it builds. The kernels of one instruction set will do.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Project project)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpGeneratorDriver
            .Create(
                [new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)project.ParseOptions!,
                optionsProvider: new TargetOptions("portable"))
            .RunGeneratorsAndUpdateCompilation((await project.GetCompilationAsync(cancellation))!, out Compilation compilation, out _, cancellation);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync(cancellation);
        return [.. found
            .Where(diagnostic => diagnostic.Id.StartsWith("DSLN", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Error)
            .Where(diagnostic => diagnostic.Id != RuleIds.TooLargeToUnroll)
            .Select(diagnostic => diagnostic.Id)];
    }
}
