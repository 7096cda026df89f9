using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using DslNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.CodeFixes.Tests;

/// <summary>A project of one file with a network, in a workspace of its own.</summary>
internal static class NetworkProject
{
    public static Document Create(string source)
    {
        Project project = new AdhocWorkspace()
            .AddProject("Networks", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
            .WithMetadataReferences([.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)]);
        return project.AddDocument("Source.cs", source);
    }

    /// <summary>What the analyzers report: one rule, or all of them.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, string? id = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new NetworkAnalyzer(), new NetworkMissingAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. found.Where(diagnostic => id is null || diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
