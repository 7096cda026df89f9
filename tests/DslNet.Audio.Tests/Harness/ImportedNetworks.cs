using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using DslNet.Generators;
using DslNet.Generators.Analyzers;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace DslNet.Audio.Tests.Harness;

/// <summary>Imported networks, compiled as they were written. A warning, of the compiler or of DslNet's analyzers, fails the test.</summary>
internal static class ImportedNetworks
{
    private const string ClassName = "Imported";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What an imported network puts out for frames, behind the silence that the file asks for.</summary>
    public static float[] Play(NamModel model, ReadOnlySpan<float> frames)
    {
        INetwork network = Load(model.Import(ClassName));
        int silence = (model.SilentFrames + 63) / 64 * 64;
        float[] inputs = [.. new float[silence * model.Inputs], .. frames];
        float[] outputs = new float[inputs.Length / model.Inputs * model.Outputs];
        network.Predict(inputs, outputs);
        return outputs[(silence * model.Outputs)..];
    }

    /// <summary>Compiles an import, and loads its weights.</summary>
    public static INetwork Load(NamImport import)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation written = CSharpCompilation.Create(
            "Imported",
            [CSharpSyntaxTree.ParseText(import.Source, s_parse, cancellationToken: cancellation)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));
        TargetOptions options = new("avx2");
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: s_parse, optionsProvider: options)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation output, out ImmutableArray<Diagnostic> problems, cancellation);
        Fail(import, problems);
        Fail(import, output.WithAnalyzers(s_analyzers, new AnalyzerOptions([], options)).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult());
        using var image = new MemoryStream();
        EmitResult result = output.Emit(image, cancellationToken: cancellation);
        Fail(import, result.Diagnostics);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Imported").LoadFromStream(image);
        var network = (INetwork)Activator.CreateInstance(assembly.GetType(import.Name, throwOnError: true)!, 0)!;
        using var weights = new MemoryStream();
        import.WriteWeights(weights);
        weights.Position = 0;
        network.Load(weights);
        return network;
    }

    private static void Fail(NamImport import, IEnumerable<Diagnostic> problems)
    {
        string[] texts = [.. problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Take(5).Select(problem => problem.ToString())];
        Assert.True(texts.Length == 0, string.Join("\n", texts) + "\n" + import.Source);
    }
}
