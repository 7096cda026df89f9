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

    private int _edits;

    /// <summary>A project with a number of networks of LeNet-5's shape, none of which is like another.</summary>
    public Solution(int networks)
        : this(ImmutableArray.CreateRange(Enumerable.Range(0, networks).Select(i => Network(i, outputs: 10 + i))))
    {
    }

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
    public void EditNetwork() => Replace(Compilation.SyntaxTrees[0], Network(0, outputs: 200 + ++_edits % 1000));

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

    private static string Unrelated(int edit) => $"namespace Networks; public static class Unrelated {{ public static int Value => {edit}; }}";

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    private void Replace(SyntaxTree old, string text) => Compilation = Compilation.ReplaceSyntaxTree(old, Parse(text, old.FilePath));
}
