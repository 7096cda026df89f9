using System.Collections.Immutable;
using CsCheck;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>No network is a stub without an error: of two that read each other's constants at random, and of each alone.</summary>
public sealed class StubTests
{
    private const int Iterations = 60;

    private static readonly Gen<string> s_number = Gen.Frequency(
        (1, OneOf("2", "3", "4")),
        (1, OneOf(
            "InputLength", "OutputLength", "One.InputLength", "One.OutputLength", "Two.InputLength", "Two.OutputLength", "One.OutputLength + 1",
            "Two.OutputLength * 2 - 1", "Sizes.Of", "Sizes.Twice", "Two.ParameterCount / 2")));

    private static readonly Gen<string> s_layer = Gen.Frequency(
        (6, s_number.Select(number => $"Dense({number})")),
        (1, s_number.Select(number => $"Dense(3, Inputs = {number})")),
        (1, OneOf("ReLU", "Dense(5, Name = \"Stem\")", "Add(nameof(Stem))", "Dense(4, From = nameof(One.Dense1))")));

    private static readonly Gen<string> s_network = Gen.Select(
        s_number, s_layer.Array[1, 2], OneOf("Huber", "Huber", "Huber", "Huber(Delta = OutputLength)", "Output(Two.InputLength)", "Budget(Parameters = One.ParameterCount)"),
        (input, layers, end) => $"[Network, Input({input}), {string.Join(", ", layers)}, {end}]");

    [Fact]
    public void A_network_without_an_error_is_no_stub()
    {
        int stubs = 0, sound = 0;
        Gen.Select(s_network, s_network).Sample(
            (one, two) =>
            {
                string source =
                    $$"""
                    using DslNet;
                    {{one}} partial class One;
                    {{two}} partial class Two;
                    static class Sizes { public const int Of = One.OutputLength; public const int Twice = 2 * Two.InputLength; }
                    """;
                CSharpCompilation compilation = NetworkSource.Compile(source);
                CSharpGeneratorDriver
                    .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
                    .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _, TestContext.Current.CancellationToken);
                bool compilerError = Analysis.CompilerErrors((CSharpCompilation)generated).Any();
                ImmutableArray<Diagnostic> reported = Analysis.RunAsync((CSharpCompilation)generated).GetAwaiter().GetResult();
                bool error = reported.Any(problem => problem.Severity == DiagnosticSeverity.Error);
                int broken = new[] { "One", "Two" }.Count(name => GeneratedCode.IsStub(generated.GetTypeByMetadataName(name)!, TestContext.Current.CancellationToken));
                Assert.True(broken == 0 || error || compilerError, source + "\n" + string.Join("\n", reported));
                Interlocked.Add(ref stubs, broken);
                Interlocked.Add(ref sound, 2 - broken);
            },
            iter: Iterations, threads: 2);
        Assert.True(stubs > 5 && sound > 2, $"{stubs} stubs, {sound} sound");
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
