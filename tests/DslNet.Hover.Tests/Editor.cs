using Basic.Reference.Assemblies;
using DslNet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.QuickInfo;

namespace DslNet.Hover.Tests;

/// <summary>A project of one file, with the generator, as an editor has it open.</summary>
internal static class Editor
{
    /// <summary>What is shown where something is hovered: the texts of the sections, by their kinds.</summary>
    /// <param name="source">The file.</param>
    /// <param name="at">The beginning of what is hovered, at its first place in the file.</param>
    public static async Task<IReadOnlyDictionary<string, string>> HoverAsync(string source, string at)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using AdhocWorkspace workspace = new();
        Project project = workspace
            .AddProject("Networks", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences([.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)])
            .AddAnalyzerReference(new AnalyzerFileReference(typeof(NetworkGenerator).Assembly.Location, new LoadedAssemblies()));
        Document document = project.AddDocument("Source.cs", source);

        int position = source.IndexOf(at, StringComparison.Ordinal);
        QuickInfoItem? shown = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, cancellation);
        return shown!.Sections.ToDictionary(section => section.Kind, section => section.Text.ReplaceLineEndings("\n").Trim());
    }
}
