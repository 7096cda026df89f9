using System.Collections.Immutable;
using DslNet.Generators.Tests.Analyzers;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>The examples on the pages of layers and losses compile without a warning, and have the shapes and weights that they say.</summary>
public sealed class ExampleTests
{
    private static readonly Lazy<NetworkAssembly> s_compiled = new(() => NetworkAssembly.Compile(
        "using System;\n" + string.Concat(CatalogueNames.All.Where(HasPage).SelectMany(ExamplesOf)), targets: "portable"));

    private delegate void Copy(ReadOnlySpan<float> kernel, ParameterTensor weight);

    private delegate void CopyFlattened(ReadOnlySpan<float> kernel, ParameterTensor weight, int channels, int height, int width);

    public static TheoryData<string> Names => [.. CatalogueNames.All];

    [Fact]
    public async Task No_example_is_warned_of()
    {
        CSharpCompilation compilation = Analysis.Generate(NetworkSource.Compile(
            [.. CatalogueNames.All.Where(HasPage).Select(name => "using System;\nusing DslNet;\n" + string.Concat(ExamplesOf(name)))]));
        Assert.Empty(Analysis.CompilerErrors(compilation));
        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(compilation);
        Assert.Empty(found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    /// <summary>Compiled with every warning an error.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Its_first_line_tells_the_shapes_and_the_weights(string name)
    {
        string[] lines = ExamplesOf(name).First().Split('\n');
        string type = lines.Single(line => line.StartsWith("public sealed partial class ", StringComparison.Ordinal)).Split(' ')[^1].TrimEnd(';');
        NetworkDescription network = s_compiled.Value.Create(type).Description;
        string shapes = $"// {network.Inputs[0].Shape} → {network.Outputs[0].Shape}";
        string weights = string.Join(", ", network.Parameters.Select(parameter => $"{parameter.Name} [{string.Join(", ", parameter.Shape.Axes)}]"));
        Assert.Equal(weights.Length == 0 ? shapes : $"{shapes}; {weights}", lines[0]);
    }

    [Fact]
    public void A_dense_kernel_of_Keras_is_transposed()
    {
        (ParameterTensor weight, Copy copy) = (WeightOf("IrisNet"), Method<Copy>("KerasDense"));
        float[,] kernel = new float[4, 16];
        copy(Filled(kernel), weight);
        for (int k = 0; k < 4; k++)
        {
            for (int o = 0; o < 16; o++)
                Assert.Equal(kernel[k, o], weight[o, k]);
        }
    }

    [Fact]
    public void A_convolution_s_kernel_of_Keras_is_transposed()
    {
        (ParameterTensor weight, Copy copy) = (WeightOf("EdgeNet"), Method<Copy>("KerasConv2D"));
        float[,,,] kernel = new float[3, 3, 3, 16];
        copy(Filled(kernel), weight);
        foreach ((int u, int v, int c, int f) in Indices(3, 3, 3, 16))
            Assert.Equal(kernel[u, v, c, f], weight[f, c, u, v]);
    }

    [Fact]
    public void A_dense_kernel_of_Keras_behind_Flatten_is_put_in_order()
    {
        const int height = 4, width = 4, channels = 8;
        (ParameterTensor weight, CopyFlattened copy) = (WeightOf("FlattenNet"), Method<CopyFlattened>("KerasFlattenDense"));
        float[,,,] kernel = new float[height, width, channels, 10];
        copy(Filled(kernel), weight, channels, height, width);
        foreach ((int i, int j, int c, int o) in Indices(height, width, channels, 10))
            Assert.Equal(kernel[i, j, c, o], weight[o, (c * height + i) * width + j]);
    }

    private static ParameterTensor WeightOf(string network)
    {
        INetwork created = s_compiled.Value.Create(network);
        return new(created, created.Description.Parameters[0]);
    }

    private static T Method<T>(string type) where T : Delegate => s_compiled.Value.Type(type).GetMethod("Copy")!.CreateDelegate<T>();

    /// <summary>Counts up over all elements, the last index fastest, as frameworks store them.</summary>
    private static float[] Filled(Array kernel)
    {
        float[] flat = [.. Enumerable.Range(0, kernel.Length).Select(i => (float)i)];
        Buffer.BlockCopy(flat, 0, kernel, 0, kernel.Length * sizeof(float));
        return flat;
    }

    private static IEnumerable<(int, int, int, int)> Indices(int a, int b, int c, int d) =>
        from i in Enumerable.Range(0, a) from j in Enumerable.Range(0, b) from k in Enumerable.Range(0, c) from l in Enumerable.Range(0, d) select (i, j, k, l);

    /// <summary>What has none is reported by the tests of pages, and not by all of these.</summary>
    private static bool HasPage(string name) => Documents.Exists($"docs/layers/{name}.md");

    private static IEnumerable<string> ExamplesOf(string name) => Documents.CodeIn(Documents.Read($"docs/layers/{name}.md"));
}
