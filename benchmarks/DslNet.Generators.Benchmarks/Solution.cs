using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Benchmarks;

/// <summary>A project with some networks, one a file, and a file that has nothing to do with them; edited as one would while typing.</summary>
internal sealed class Solution
{
    /// <summary>How all files are read.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location)];

    // The first network with a number of outputs of its last layer.
    private readonly Func<int, string> _edited = outputs => Network(0, outputs);

    private int _edits;

    /// <summary>A project with a number of networks of LeNet-5's shape, none of which is like another.</summary>
    public Solution(int networks)
        : this(ImmutableArray.CreateRange(Enumerable.Range(0, networks).Select(i => Network(i, outputs: 10 + i))))
    {
    }

    private Solution(Func<int, string> network)
        : this([network(10)]) => _edited = network;

    /// <summary>A project with one residual network: the benchmark's resnet.</summary>
    public static Solution Residual() => new(ResidualNetwork);

    /// <summary>A project with networks of the attributes given.</summary>
    public Solution(IEnumerable<string> attributes)
        : this(ImmutableArray.CreateRange(attributes.Select((text, i) => $"using DslNet; namespace Networks; [Network, {text}] public sealed partial class Net{i};")))
    {
    }

    private Solution(ImmutableArray<string> files)
    {
        Compilation = CSharpCompilation.Create(
            "Networks",
            files.Select((text, i) => Parse(text, $"Net{i}.cs")).Append(Parse(Unrelated(0), "Unrelated.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project as it is now.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>Changes the file without networks.</summary>
    public void EditUnrelated() => Replace(Compilation.SyntaxTrees[^1], Unrelated(++_edits));

    /// <summary>Changes the number of outputs of the first network's last layer, to one it did not have before.</summary>
    public void EditNetwork() => Replace(Compilation.SyntaxTrees[0], _edited(200 + ++_edits % 1000));

    private static string Network(int index, int outputs) => $"""
        using DslNet;
        namespace Networks;
        [Network]
        [Input(1, 28, 28)]
        [Conv2D(6, 5), ReLU, MaxPool2D(2)]
        [Conv2D(16, 5), ReLU, MaxPool2D(2)]
        [Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense({outputs})]
        [SoftmaxCrossEntropy]
        public sealed partial class Net{index};
        """;

    private static string ResidualNetwork(int outputs) => $"""
        using DslNet;
        namespace Networks;
        [Network]
        [Input(3, 32, 32)]
        [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
        [Residual<Basic16>, ReLU, Residual<Basic16>, ReLU]
        [Residual<Down32>(Projection = true), ReLU, Residual<Basic32>, ReLU]
        [Residual<Down64>(Projection = true), ReLU, Residual<Basic64>, ReLU]
        [GlobalAvgPool, Dense({outputs})]
        [SoftmaxCrossEntropy]
        public sealed partial class Net0;
        {ResidualBlock("Basic16", 16, 1)}
        {ResidualBlock("Basic32", 32, 1)}
        {ResidualBlock("Basic64", 64, 1)}
        {ResidualBlock("Down32", 32, 2)}
        {ResidualBlock("Down64", 64, 2)}
        """;

    private static string ResidualBlock(string name, int filters, int stride) => $"""
        [Block]
        [Conv2D({filters}, 3, Stride = {stride}, Padding = 1, Bias = false), BatchNorm, ReLU]
        [Conv2D({filters}, 3, Padding = 1, Bias = false), BatchNorm]
        public sealed class {name};
        """;

    private static string Unrelated(int edit) => $"namespace Networks; public static class Unrelated {{ public static int Value => {edit}; }}";

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    private void Replace(SyntaxTree old, string text) => Compilation = Compilation.ReplaceSyntaxTree(old, Parse(text, old.FilePath));
}
