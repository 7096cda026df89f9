using System.Collections.Immutable;
using CsCheck;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Catalogue;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Attribute lists thrown together at random: whatever is written, parser and analyzers answer.</summary>
public sealed class RandomNetworkTests
{
    /// <summary>A few seconds' worth; thirty times as many were tried when it was written.</summary>
    private const int Iterations = 400;

    private static readonly Gen<string> s_number = OneOf(
        "0", "1", "2", "3", "4", "5", "8", "16", "-1", "-2147483648", "2147483647", "16777216", "268435456", "268435457", "Padding.Same",
        "\"3\"", "null", "1.5", "x", "default", "(int)3.7", "");

    private static readonly Gen<string> s_text = OneOf(
        "\"A\"", "\"B\"", "\"Dense1\"", "\"ReLU1\"", "\"Conv1\"", "\"Input\"", "\"Predict\"", "\"class\"", "\"a b\"", "\"\"", "\"\\uD800\"", "null", "3");

    private static readonly Gen<string> s_float = OneOf("0", "0.5f", "0.5", "-1f", "float.NaN", "1e30f", "float.PositiveInfinity", "1.0", "\"x\"");

    private static readonly Gen<string> s_named = Gen.OneOf(
        Gen.Select(OneOf("Stride", "Padding", "Inputs", "Kernel"), s_number, (name, value) => $"{name} = {value}"),
        Gen.Select(OneOf("Name", "From"), s_text, (name, value) => $"{name} = {value}"),
        Gen.Select(OneOf("Alpha", "NegativeSlope", "Delta", "InitialValue", "InitialBias"), s_float, (name, value) => $"{name} = {value}"),
        OneOf("Bias = false", "Initializer = Initializer.Zero", "Initializer = (Initializer)77", "Gradient = true", "kernel: 3", "outputs: 3"));

    private static readonly Gen<string> s_arguments = Gen.Select(
        Gen.OneOf(s_number.Array[0, 4], s_text.Array[0, 3], s_float.Array[0, 1]), s_named.Array[0, 2],
        (positional, named) => $"({string.Join(", ", positional.Concat(named))})");

    private static readonly Gen<string> s_wild = Gen.Select(
        OneOf([.. CatalogueNames.All, "Input", "Output", "Network", "Desne", "System.Obsolete", "Layer", "Mine"]),
        Gen.OneOf(s_arguments, Gen.Const("")),
        (name, arguments) => name + arguments);

    // Sensible ones among the wild, so that random networks come further than their first layer.
    private static readonly Gen<string> s_tame = OneOf(
        "Dense(4)", "Dense(4)", "Dense(8, Name = \"A\")", "Conv2D(3, 3)", "Conv2D(3, 3, Padding = 1)", "MaxPool2D(2)", "AvgPool2D(3, Stride = 1, Padding = 1)",
        "Flatten", "Flatten", "ReLU", "Tanh", "Dropout(0.5)", "Add(\"Dense1\")", "Add(\"Input\")", "Concat(\"A\")", "Dense(4, From = \"Input\")",
        "GlobalAvgPool");

    private static readonly Gen<string> s_class = Gen.Frequency(
        (2, Gen.Const("public sealed partial class Net;")),
        (1, OneOf(
            "class Net;", "static partial class Net;", "partial class Net<T>;", "partial record Net;", "partial class Net(string s) { string S => s; }",
            "[Dense(3)] partial class Net;\npartial class Net;", "partial class Net { public required int X; int Dense1; }", "partial struct Net;",
            "partial class Net : Missing;")));

    private static readonly Gen<string> s_source = Gen.Select(
        Gen.Frequency((4, OneOf("Input(4)", "Input(1, 8, 8)", "Input(3, 16, 16)")), (1, OneOf("Input(0)", "ReLU"))),
        Gen.Frequency((12, s_tame), (1, s_wild)).Array[0, 6],
        OneOf("MeanSquaredError", "SoftmaxCrossEntropy", "Output(4)", "Huber(Delta = 2)"),
        s_class,
        (input, layers, end, declaration) =>
            $"using DslNet;\n[Network]\n[{string.Join(", ", [input, .. layers, end])}]\n{declaration}\nclass MineAttribute : LayerAttribute;");

    [Fact]
    public void Nothing_fails_and_every_invalid_network_is_told_why()
    {
        int valid = 0, invalid = 0;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        s_source.Sample(
            source =>
            {
                CSharpCompilation compilation = NetworkSource.Compile(source);
                if (!compilation.GetSymbolsWithName("Net", SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().Any(type => type.TypeKind == TypeKind.Class))
                    return;

                ImmutableArray<Diagnostic> reported = Analysis.RunAsync(compilation).GetAwaiter().GetResult();
                ParsedNetwork parsed = NetworkSource.Parse(compilation);
                bool error = reported.Any(IsError);
                bool compilerError = compilation.GetDiagnostics(cancellation).Any(IsError);

                if (parsed.Spec.IsValid)
                    Assert.False(reported.Where(IsOfParser).Any(IsError), source + "\n" + string.Join("\n", reported));
                else
                    Assert.True(error || compilerError, source);
                Assert.True(parsed.CanExtend || !parsed.Spec.IsValid, source);
                // Words that another generator may supply are for another analyzer.
                Assert.Equal(parsed.Problems.Where(IsOfParser).Select(problem => problem.Id).Order(), reported.Where(IsOfParser).Select(problem => problem.Id).Order());
                Assert.All(reported, problem => Assert.DoesNotMatch(@"\{\d", problem.GetMessage()));
                Interlocked.Increment(ref parsed.Spec.IsValid ? ref valid : ref invalid);
            },
            iter: Iterations, threads: 2);

        // Both kinds must occur, or the test says nothing.
        Assert.True(valid > 5 && invalid > 100, $"{valid} valid, {invalid} invalid");
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static bool IsOfParser(Diagnostic diagnostic) => diagnostic.Id != RuleIds.UnknownAttribute;
}
