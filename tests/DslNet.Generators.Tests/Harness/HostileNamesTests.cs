using DslNet.Generators.Tests.Analyzers;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Generated code means what it says, whatever namespaces, types, layers and members are called beside a network.</summary>
public sealed class HostileNamesTests
{
    private const string Network = "[Network, Input(1, 12, 12), Conv2D(6, 3), ReLU, MaxPool2D(2), Flatten, Dense(64), Tanh, Dropout(0.5), Dense(8), Softmax, SoftmaxCrossEntropy]";

    /// <summary>Names of what generated code refers to, by whatever name it does so.</summary>
    public static TheoryData<string> Names =>
    [
        "Simd", "SimdFloat", "SimdRef", "System", "DslNet", "Vector", "Vector128", "Vector256", "Vector512", "Lanes", "Lanes4", "Lanes8", "Lanes16", "Place", "Float", "UInt",
        "Math", "Method", "Horizontal", "Channels", "Lane", "Avx", "Fma", "Unsafe", "Programs", "IKernels", "PortableKernels", "Avx2Kernels", "INetwork", "NetworkMemory", "NetworkRun", "NetworkGuard",
        "Optimized", "OfOneSample", "TKernels", "TUpdate", "Span", "ReadOnlySpan", "MethodImpl", "GeneratedCode", "Single", "Int32", "LossDescription", "LossTarget", "Link", "Initializer", "LayerView", "WeightedLayer", "Global",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_namespace_beside_the_network(string name) => Compiles($$"""
        namespace Acme.{{name}} { internal sealed class A; }
        namespace Acme { {{Network}} internal partial class Net; }
        """);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_type_beside_and_around_the_network(string name) => Compiles($$"""
        namespace Acme
        {
            internal sealed class {{name}};
            internal partial class Outer
            {
                internal sealed class {{name}};
                {{Network}} internal partial class Net;
            }
        }
        """);

    /// <summary>A layer's name becomes a property, unless another member has it, of which the analyzer tells.</summary>
    [Theory]
    [InlineData("Simd")]
    [InlineData("SimdFloat")]
    [InlineData("System")]
    [InlineData("DslNet")]
    [InlineData("Place")]
    [InlineData("Lanes")]
    [InlineData("Vector256")]
    [InlineData("Unsafe")]
    [InlineData("Math")]
    [InlineData("Optimized")]
    [InlineData("scratch")]
    [InlineData("parameters")]
    [InlineData("count")]
    [InlineData("loss")]
    [InlineData("block")]
    [InlineData("start")]
    [InlineData("TKernels")]
    [InlineData("TUpdate")]
    public void A_layer(string name) => Compiles($"""
        namespace Acme;
        [Network, Input(4), Dense(64, Name = "{name}"), Tanh, Dense(64), ReLU, Dense(2), SoftmaxCrossEntropy] public partial class Net;
        """);

    /// <summary>A method called nameof takes the place of the operator, from wherever it is in scope.</summary>
    [Theory]
    [InlineData("", "static int nameof(float[] x) => 1; static int nameof(System.ReadOnlySpan<float> x) => 2;")]
    [InlineData("", "System.Func<float, int> @nameof = null!;")]
    [InlineData("global using static Acme.Helpers;", "")]
    public void Nothing_called_nameof_is_asked(string usings, string members)
    {
        string source = $$"""
            namespace Acme
            {
                internal static class Helpers { internal static int nameof(int x) => x; }
                [Network, Input(4, Gradient = true), Dense(3), SoftmaxCrossEntropy] internal partial class Net { {{members}} }
            }
            """;
        // Global directives come before all others.
        CSharpCompilation compiled = Analysis.Generate(NetworkSource.Compile(usings, "using DslNet;\n" + source));
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }

    /// <summary>A type of C#'s own whose name is no keyword gives way to one of the user's. Generated code does without.</summary>
    [Theory]
    [InlineData("partial class @nuint { [Network, Input(4), Dense(64), Tanh, Dense(2), SoftmaxCrossEntropy] partial class Net; }")]
    [InlineData("namespace @nuint.Inner { [Network, Input(4), Dense(64), Tanh, Dense(2), SoftmaxCrossEntropy] partial class Net; }")]
    [InlineData("enum @nuint; namespace Other { [Network, Input(4), Dense(64), Tanh, Dense(2), SoftmaxCrossEntropy] partial class Net; }")]
    [InlineData("[Network, Input(2, 9, 9), Conv2D(16, 3), MaxPool2D(2), ReLU, Flatten, Dropout(0.5), Dense(2), SoftmaxCrossEntropy] partial class Net { enum @nuint; struct @nint; }")]
    public void Nothing_called_nuint_is_meant(string source) => Compiles(source);

    private static void Compiles(string source)
    {
        Generation.Run(source, "", out CSharpCompilation compiled);
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden));
    }
}
