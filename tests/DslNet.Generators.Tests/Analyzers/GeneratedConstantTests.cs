using System.Collections.Immutable;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>
/// DSLN0057: arguments may read constants that are yet to be generated. They have their values, or there is an error: never a
/// network that builds without a word and throws when it is created.
/// </summary>
public sealed class GeneratedConstantTests
{
    private const string First = "[Network, Input(6), Dense(3)] partial class A;\n";

    /// <summary>Many networks that read each other, the last first: each round makes one more of them known.</summary>
    [Fact]
    public void Long_chains_are_read()
    {
        const int Count = 200;
        CSharpCompilation compilation = NetworkSource.Compile("using DslNet;\n" + First + string.Concat(Enumerable.Range(0, Count).Reverse().Select(i =>
            $"[Network, Input({(i == 0 ? "A" : $"N{i - 1}")}.OutputLength), Dense({i + 2})] partial class N{i};\n")));
        Compilation complete = FutureCode.Complete(compilation, TestContext.Current.CancellationToken);
        Assert.Equal(Count, complete.GetTypeByMetadataName($"N{Count - 1}")!.GetMembers("InputLength").OfType<IFieldSymbol>().Single().ConstantValue);
    }

    [Theory]
    [InlineData("[Network, Input(A.OutputLength), Dense(4)] partial class Net;", "3 → 4")]
    [InlineData("[Network, Input(features: A.InputLength), Dense(4, Inputs = A.InputLength)] partial class Net;", "6 → 4")]
    [InlineData("[Network, Input(2 * A.OutputLength + 1), Dense(A.ParameterCount / 3 - 1)] partial class Net;", "7 → 6")]
    [InlineData("[Network, Input(4), Dense(Net.InputLength)] partial class Net;", "4 → 4")]
    [InlineData("[Network, Input(4), Dense(InputLength)] partial class Net;", "4 → 4")]
    [InlineData("[Network, Input(OutputLength), Dense(5)] partial class Net;", "5 → 5")]
    [InlineData("[Network, Input(4), Dense(5), Output(Net.InputLength + 1)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(5), Budget(Parameters = Net.ParameterCount)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(5), Huber(Delta = A.OutputLength)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(5, Initializer = (Initializer)A.OutputLength)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(5, InitialBias = A.OutputLength)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(1, 8, 8), Conv2D(A.OutputLength, A.OutputLength, Padding = A.OutputLength / 2), Flatten, Dense(2)] partial class Net;", "64 → 2")]
    [InlineData("static class Sizes { public const int Hidden = A.OutputLength * 2; public const int More = Hidden + 1; }\n[Network, Input(4), Dense(Sizes.More)] partial class Net;", "4 → 7")]
    [InlineData("[Network, Input(Sizes.N), Dense(2)] partial class Net { public static class Sizes { public const int N = A.InputLength; } }", "6 → 2")]
    [InlineData("[Network, Input(C.OutputLength), Dense(C.InputLength)] partial class Net;\n[Network, Input(B.OutputLength), Dense(9)] partial class C;\n[Network, Input(A.OutputLength), Dense(8)] partial class B;", "9 → 8")]
    [InlineData("static partial class Outer { [Network, Input(2), Dense(11)] public partial class Inner; }\n[Network, Input(Outer.Inner.OutputLength), Dense(2)] partial class Net;", "11 → 2")]
    [InlineData("[Network, Input(4), Dense(A.OutputLength > 2 ? 5 : 6)] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(7, Name = \"Stem\"), ReLU, Dense(7), Add(nameof(Net.Stem))] partial class Net;", "4 → 7")]
    [InlineData("[Network, Input(4), Dense(5), Dense(5, From = nameof(A.Dense1)), Add(new[] { nameof(Net.Dense1) })] partial class Net;", "4 → 5")]
    [InlineData("[Network, Input(4), Dense(5, Name = nameof(A.Predict) + \"or\")] partial class Net;", "4 → 5")]
    public async Task Arguments_read_generated_constants(string source, string shapes)
    {
        CSharpCompilation compilation = Generate(First + source);
        Assert.Empty(await ErrorsAsync(compilation));
        Assert.Equal(shapes, ShapesOf(compilation, "Net"));
    }

    [Fact]
    public async Task Constants_are_read_through_a_static_using()
    {
        CSharpCompilation compilation = Analysis.Generate(NetworkSource.Compile(
            "using DslNet;\nusing static Sizes;\n" + First + "static class Sizes { public const int Features = A.OutputLength; }\n[Network, Input(Features), Dense(4)] partial class Net;"));
        Assert.Empty(await ErrorsAsync(compilation));
        Assert.Equal("3 → 4", ShapesOf(compilation, "Net"));
    }

    [Fact]
    public async Task The_nearest_constant_is_read_although_it_is_yet_to_be_generated()
    {
        CSharpCompilation compilation = Generate(
            """
            static partial class Outer
            {
                public const int OutputLength = 99;

                [Network, Input(OutputLength), Dense(5)]
                public partial class Net;
            }
            """);
        Assert.Empty(await ErrorsAsync(compilation));
        Assert.Equal("5 → 5", ShapesOf(compilation, "Outer+Net"));
    }

    [Theory]
    [InlineData("[Network, Input(4), Dense({|DSLN0057:Net.OutputLength|})] partial class Net;", "[Dense] reads Net.OutputLength, which is not known when Net is generated: it follows from this argument, or from one with errors. Write the value itself.")]
    [InlineData("[Network, Input({|DSLN0057:features: Net.InputLength|}), Dense(3)] partial class Net;", "[Input] reads Net.InputLength, which is not known when Net is generated: it follows from this argument, or from one with errors. Write the value itself.")]
    [InlineData("[Network, Input(4), Dense(2, {|DSLN0057:Inputs = 2 + Net.ParameterCount|})] partial class Net;", "[Dense] reads Net.ParameterCount, which is not known when Net is generated: it follows from this argument, or from one with errors. Write the value itself.")]
    [InlineData("static class Sizes { public const int N = Net.OutputLength; }\n[Network, Input(4), Dense({|DSLN0057:Sizes.N|})] partial class Net;", "[Dense] reads Sizes.N, which is not known when Net is generated: it follows from this argument, or from one with errors. Write the value itself.")]
    [InlineData(
        "[Network, Input(4), Dense({|DSLN0057:B.OutputLength|})] partial class Net;\n[Network, Input(4), Dense({|DSLN0057:Net.OutputLength|})] partial class B;",
        "[Dense] reads B.OutputLength, which is not known when Net is generated: B has errors, or reads Net in its turn. Mend B first, or write the value itself.",
        "[Dense] reads Net.OutputLength, which is not known when B is generated: Net has errors, or reads B in its turn. Mend Net first, or write the value itself.")]
    [InlineData(
        "[Network, Input(1, 4, 4), MaxPool2D(2, {|DSLN0054:Padding = 9|})] partial class B;\n[Network, Input({|DSLN0057:B.OutputLength|}), Dense(4)] partial class Net;",
        null)]
    public async Task What_is_not_known_is_an_error_at_the_argument(string source, params string?[] messages)
    {
        var markup = Markup.Parse("using DslNet;\n" + source);
        ImmutableArray<Diagnostic> found = await ErrorsAsync(Analysis.Generate(NetworkSource.Compile(markup.Source)));
        Assert.Equal(markup.Expected.Select(expected => (expected.Id, expected.Span)), found.Select(problem => (problem.Id, problem.Location.SourceSpan)));
        if (messages is [not null, ..])
            Assert.Equal(messages, found.Select(problem => problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>A network with an error still says what is certain of it, so that those which read it have none.</summary>
    [Fact]
    public Task An_error_elsewhere_does_not_spread() => Analysis.VerifyUseAsync(
        """
        [Network, Input(4), {|DSLN0014:Dense(3)|}, Dense(5, From = "Input")] partial class A;
        [Network, Input(A.OutputLength), Dense(A.InputLength), Output(4)] partial class B;
        """);

    [Fact]
    public async Task What_another_generator_writes_is_an_error_too()
    {
        CSharpCompilation written = NetworkSource.Compile(NetworkSource.Class("[Input(4), Dense(Build.Size)]"));
        CSharpCompilation generated = Analysis.Generate(written).AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "// <auto-generated/>\nstatic class Build { public const int Size = 3; }", (CSharpParseOptions)written.SyntaxTrees[0].Options, "Other.Generator/Build.cs",
            cancellationToken: TestContext.Current.CancellationToken));
        Diagnostic found = Assert.Single(await ErrorsAsync(generated));
        Assert.Equal(
            "[Dense] reads Build.Size, which is not known when Net is generated: another generator writes it. Write the value itself.",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The incremental cache must not keep a network whose own text is as it was.</summary>
    [Fact]
    public void An_edit_of_the_other_network_arrives()
    {
        CSharpCompilation before = NetworkSource.Compile("using DslNet;\n" + First, NetworkSource.Class("[Input(A.OutputLength), Dense(4)]"));
        var options = (CSharpParseOptions)before.SyntaxTrees[0].Options;
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(before, out Compilation generated, out _, TestContext.Current.CancellationToken);
        Assert.Equal("3 → 4", ShapesOf((CSharpCompilation)generated, "Net"));

        SyntaxTree edited = CSharpSyntaxTree.ParseText(
            "using DslNet;\n" + First.Replace("Dense(3)", "Dense(8)", StringComparison.Ordinal), options, before.SyntaxTrees[0].FilePath, cancellationToken: TestContext.Current.CancellationToken);
        driver.RunGeneratorsAndUpdateCompilation(before.ReplaceSyntaxTree(before.SyntaxTrees[0], edited), out generated, out _, TestContext.Current.CancellationToken);
        Assert.Equal("8 → 4", ShapesOf((CSharpCompilation)generated, "Net"));
    }

    [Theory]
    [InlineData("[Input(4), Dense(Unknown.Size)]")]
    [InlineData("[Input(4), Dense(A.Nothing)]")]
    public async Task What_nobody_generates_is_the_compilers_to_tell(string attributes)
    {
        CSharpCompilation compilation = Generate(First + "[Network]\n" + attributes + " partial class Net;");
        Assert.All(await ErrorsAsync(compilation), problem => Assert.StartsWith("CS", problem.Id, StringComparison.Ordinal));
        Assert.NotEmpty(await ErrorsAsync(compilation));
    }

    private static CSharpCompilation Generate(string source) =>
        Analysis.Generate(NetworkSource.Compile("using DslNet;\n" + source));

    /// <summary>The errors of the compiler and the analyzers.</summary>
    private static async Task<ImmutableArray<Diagnostic>> ErrorsAsync(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == DiagnosticSeverity.Error),
        .. (await Analysis.RunAsync(compilation)).Where(problem => problem.Severity == DiagnosticSeverity.Error),
    ];

    private static string ShapesOf(CSharpCompilation compilation, string name)
    {
        INamedTypeSymbol type = compilation.GetTypeByMetadataName(name)!;
        return $"{Constant("InputLength")} → {Constant("OutputLength")}";

        object? Constant(string constant) => ((IFieldSymbol)type.GetMembers(constant)[0]).ConstantValue;
    }
}
