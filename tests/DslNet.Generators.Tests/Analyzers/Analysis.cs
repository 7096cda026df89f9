using System.Collections.Immutable;
using DslNet.Generators.Analyzers;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Runs the analyzers over source and compares what they say with what is marked in it.</summary>
internal static class Analysis
{
    // All that the compiler would find.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the generator makes of a compilation.</summary>
    /// <param name="compilation">What is written.</param>
    /// <param name="targets">
    /// As the build property DslNetTargets; all if empty. The analyzers do not look into kernels, so those of one instruction set will mostly do.
    /// </param>
    public static CSharpCompilation Generate(CSharpCompilation compilation, string targets = "portable")
    {
        CSharpGeneratorDriver
            .Create(
                [new NetworkGenerator().AsSourceGenerator()], DeclaredWeights.In(TextOf(compilation)), (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
                new TargetOptions(targets))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> problems, TestContext.Current.CancellationToken);

        // What the compiler refuses of an attribute keeps a build from asking analyzers.
        Assert.True(problems.IsEmpty || CompilerErrors(compilation).Any());
        return (CSharpCompilation)output;
    }

    /// <summary>The compiler's errors in what is written; whether what is generated compiles is for other tests to say.</summary>
    public static IEnumerable<Diagnostic> CompilerErrors(CSharpCompilation compilation)
    {
        // Not of the whole compilation: most of its time would go into the bodies of generated methods.
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return compilation.SyntaxTrees.Where(IsWritten)
            .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation))
            .Concat(compilation.GetDeclarationDiagnostics(cancellation).Where(diagnostic => diagnostic.Location.SourceTree is null))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        static bool IsWritten(SyntaxTree tree) => tree.FilePath.StartsWith(NetworkSource.FileName, StringComparison.Ordinal);
    }

    /// <summary>What is written, whose comments may name files of weights.</summary>
    internal static string TextOf(CSharpCompilation compilation) => compilation.SyntaxTrees[0].ToString();

    /// <summary>All that the analyzers report; an exception in one of them fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(DeclaredWeights.In(TextOf(compilation))),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(compilation, s_analyzers, options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id)];
    }

    /// <summary>Verifies source that the compiler accepts; `using DslNet` is added.</summary>
    /// <param name="text">Source with markup.</param>
    /// <param name="messages">The messages in the order of the source; none to leave them unchecked.</param>
    public static Task VerifyAsync(string text, params string[] messages) => VerifyAsync(text, [], messages);

    /// <summary>Verifies source about which the compiler has errors of its own to tell.</summary>
    public static Task VerifyAsync(string text, string[] compilerErrors, params string[] messages) =>
        VerifyAsync(text, compilerErrors, generate: false, messages);

    /// <summary>Verifies source that uses what is generated.</summary>
    public static Task VerifyUseAsync(string text, params string[] messages) => VerifyAsync(text, [], generate: true, messages);

    /// <summary>Verifies source that uses what is generated, about which the compiler has errors of its own to tell.</summary>
    public static Task VerifyUseAsync(string text, string[] compilerErrors, string[] messages) =>
        VerifyAsync(text, compilerErrors, generate: true, messages);

    private static Task VerifyAsync(string text, string[] compilerErrors, bool generate, string[] messages) =>
        VerifyAsync(Markup.Parse("using DslNet;\n" + text), compilerErrors, generate, messages);

    /// <summary>Verifies a whole file. What is reported in no source, but at the project, is marked at its beginning.</summary>
    internal static async Task VerifyAsync(Markup markup, string[] compilerErrors, bool generate, string[] messages)
    {
        CSharpCompilation compilation = NetworkSource.Compile(markup.Source);
        if (generate)
            compilation = Generate(compilation);
        Assert.Equal(compilerErrors, CompilerErrors(compilation).Select(error => error.Id).Distinct().Order());

        ImmutableArray<Diagnostic> found = await RunAsync(compilation);
        Assert.Equal(
            markup.Expected.OrderBy(expected => expected.Span.Start).ThenBy(expected => expected.Id)
                .Select(expected => $"{expected.Id} at {markup.Source[expected.Span.Start..expected.Span.End]}"),
            found.Select(diagnostic =>
                $"{diagnostic.Id} at {markup.Source[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]}"));
        Assert.Equal(
            markup.Expected.Select(expected => expected.Span).Order(), found.Select(diagnostic => diagnostic.Location.SourceSpan).Order());
        if (messages.Length > 0)
            Assert.Equal(messages, found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Verifies a class named Net with these attributes.</summary>
    public static Task VerifyNetworkAsync(string attributes, params string[] messages) =>
        VerifyAsync($"[Network]\n{attributes}\npublic sealed partial class Net;\n", [], messages);
}
