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

namespace DslNet.Onnx.Tests.Harness;

/// <summary>Imported networks, compiled as they were written. A warning, of the compiler or of DslNet's analyzers, fails the test.</summary>
internal static class ImportedNetworks
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles an import, and loads its weights.</summary>
    public static INetwork Load(OnnxImport import) => Load([import])[0];

    /// <summary>Compiles imports together, and loads their weights.</summary>
    /// <param name="imports">The imports.</param>
    /// <param name="targets">The instruction sets to compile for; all if it is empty.</param>
    public static IReadOnlyList<INetwork> Load(IReadOnlyList<OnnxImport> imports, string targets = "avx2")
    {
        Assembly assembly = Compile(imports.SelectMany(import => new[] { import.Source, Calls(import) }), targets);
        return [.. imports.Select(import =>
        {
            var network = (INetwork)Activator.CreateInstance(assembly.GetType(import.Name, throwOnError: true)!, 0)!;
            using var weights = new MemoryStream();
            import.WriteWeights(weights);
            weights.Position = 0;
            network.Load(weights);
            return network;
        })];
    }

    /// <summary>Compiles networks that a test declares: the attributes of each, whose class is Net0, Net1, …</summary>
    public static IReadOnlyList<INetwork> Declared(params IReadOnlyList<string> attributes)
    {
        Assembly assembly = Compile(attributes.Select((text, i) => FormattableString.Invariant($"using DslNet;\n#pragma warning disable DSLN0151, DSLN0157\n/// <summary>A network.</summary>\n[Network]\n{text}\npublic sealed partial class Net{i};\n")), "avx2");
        return [.. attributes.Select((_, i) => (INetwork)Activator.CreateInstance(assembly.GetType(FormattableString.Invariant($"Net{i}"), throwOnError: true)!, 7)!)];
    }

    /// <summary>What a network predicts for samples.</summary>
    public static float[] Predict(INetwork network, float[] inputs)
    {
        float[] outputs = new float[inputs.Length / network.Description.InputLength * network.Description.OutputLength];
        network.Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>What a network with named inputs and outputs predicts: a span for each, in the order of the declaration.</summary>
    public static void Predict(INetwork network, float[][] inputs, float[][] outputs) =>
        network.GetType().Assembly.GetType(network.GetType().Name + "Calls", throwOnError: true)!.GetMethod("Predict")!.Invoke(null, [network, inputs, outputs]);

    /// <summary>No test can name the class of a network that it compiles, and no reflection passes spans.</summary>
    private static string Calls(OnnxImport import)
    {
        string[] lines = Imports.Attributes(import);
        IEnumerable<string> arguments = [.. import.Inputs.Select((_, i) => lines[i].StartsWith("[Tokens", StringComparison.Ordinal)
            ? FormattableString.Invariant($"System.Array.ConvertAll(inputs[{i}], token => (int)token)")
            : FormattableString.Invariant($"inputs[{i}]")), .. import.Outputs.Select((_, i) => FormattableString.Invariant($"outputs[{i}]"))];
        return $"internal static class {import.Name}Calls {{ public static void Predict(DslNet.INetwork network, float[][] inputs, float[][] outputs) => (({import.Name})network).Predict({string.Join(", ", arguments)}); }}";
    }

    private static Assembly Compile(IEnumerable<string> sources, string targets)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation written = CSharpCompilation.Create(
            "Imported",
            sources.Select(text => CSharpSyntaxTree.ParseText(text, s_parse, cancellationToken: cancellation)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));
        TargetOptions options = new(targets);
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: s_parse, optionsProvider: options)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation output, out ImmutableArray<Diagnostic> problems, cancellation);
        Fail(problems);
        Fail(output.WithAnalyzers(s_analyzers, new AnalyzerOptions([], options)).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult());
        using var image = new MemoryStream();
        EmitResult result = output.Emit(image, cancellationToken: cancellation);
        Fail(result.Diagnostics);
        image.Position = 0;
        return new AssemblyLoadContext("Imported").LoadFromStream(image);
    }

    private static void Fail(IEnumerable<Diagnostic> problems)
    {
        string[] texts = [.. problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Take(5).Select(problem => problem.ToString())];
        Assert.True(texts.Length == 0, string.Join("\n", texts));
    }
}
