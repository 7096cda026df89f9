using Basic.Reference.Assemblies;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Compiles and parses networks written in a test.</summary>
internal static class NetworkSource
{
    /// <summary>The beginning of the names of what is written, not generated.</summary>
    public const string FileName = "Source";

    // What is true of most networks would drown what a test is about.
    private static readonly Dictionary<string, ReportDiagnostic> s_notes = new() { ["DSLN0301"] = ReportDiagnostic.Suppress };

    /// <summary>What all compilations have in common. They are made from this one, so that what it has read of its references is read once.</summary>
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Networks",
        references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)],
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: s_notes));

    private static readonly SyntaxTree s_own = CSharpSyntaxTree.ParseText(OwnFunctions.Source, new CSharpParseOptions(LanguageVersion.Preview), "Own.cs");

    /// <summary>The same compilation with everything told.</summary>
    public static CSharpCompilation WithNotes(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([]));

    public static CSharpCompilation Compile(params string[] sources) => s_empty.AddSyntaxTrees(
        sources.Select((source, i) => Parse(source, $"{FileName}{i}.cs")).Append(s_own));

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A class named Net with attributes.</summary>
    public static string Class(string attributes, string declaration = "public sealed partial class Net;") =>
        $"using DslNet;\n[Network]\n{attributes}\n{declaration}\n";

    /// <summary>Parses the class named Net.</summary>
    public static ParsedNetwork Parse(params string[] sources) => Parse(Compile(sources));

    /// <summary>Parses the class named Net.</summary>
    public static ParsedNetwork Parse(CSharpCompilation compilation)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        INamedTypeSymbol type = compilation.GetSymbolsWithName("Net", SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().Single();
        TypeDeclarationSyntax declaration = type.GetAttributes()
            .First(attribute => attribute.AttributeClass?.Name == "NetworkAttribute")
            .ApplicationSyntaxReference!.GetSyntax(cancellation)
            .FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        return NetworkParser.Parse(type, declaration, cancellation);
    }

    /// <summary>Parses a class with these attributes, which must be in order.</summary>
    public static NetworkSpec Valid(string attributes) => Valid(attributes, "");

    /// <summary>The same with arguments of [Network].</summary>
    public static NetworkSpec Valid(string attributes, string arguments)
    {
        ParsedNetwork parsed = Parse(Class(attributes).Replace("[Network]", $"[Network({arguments})]", StringComparison.Ordinal));
        Assert.Empty(parsed.Problems);
        Assert.True(parsed.Spec.IsValid);
        return parsed.Spec;
    }

    /// <summary>Parses a class with these attributes, whatever is wrong with it.</summary>
    public static NetworkSpec Any(string attributes) => Parse(Class(attributes)).Spec;
}
