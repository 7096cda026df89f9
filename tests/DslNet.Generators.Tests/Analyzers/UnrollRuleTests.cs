using System.Collections.Immutable;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0301: layers that are loops instead of straight-line code.</summary>
public sealed class UnrollRuleTests
{
    [Theory]
    [InlineData("[Input(64), {|DSLN0301:Dense(32)|}, ReLU, Dense(2, Name = \"Last\")]", "Dense1 is too large", "is a loop over 64 terms, in tiles of ")]
    [InlineData("[Input(16, 8, 8), {|DSLN0301:Conv2D(32, 3)|}]", "Conv1 is too large", "is a loop over the 48 terms of each kernel row, in tiles of ")]
    [InlineData("[Input(1, 28, 28), {|DSLN0301:Conv2D(6, 5)|}]", "Conv1 is too large", "is a loop over 15 terms, in tiles of 24 columns by ")]
    public async Task Large_layers_are_told_with_what_is_done_instead(string attributes, string fact, string instead)
    {
        var markup = Markup.Parse(NetworkSource.Class(attributes));
        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(NetworkSource.WithNotes(NetworkSource.Compile(markup.Source)));
        Assert.Equal(
            markup.Expected.Select(expected => (expected.Id, expected.Span)), found.Select(problem => (problem.Id, problem.Location.SourceSpan)));
        Assert.All(found, problem => Assert.Equal(("DSLN0301", DiagnosticSeverity.Info), (problem.Id, problem.Severity)));
        string message = found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith(fact, message);
        Assert.Contains(instead, message);
    }

    /// <summary>What is told is of the kernels that are generated: without the optimiser there are none for AVX-512.</summary>
    [Theory]
    [InlineData(OptimizationLevel.Release, "so that avx512 code")]
    [InlineData(OptimizationLevel.Debug, "so that avx2 code")]
    public async Task The_instruction_set_is_one_that_is_generated(OptimizationLevel optimization, string fact)
    {
        CSharpCompilation compilation = NetworkSource.WithNotes(NetworkSource.Compile(NetworkSource.Class("[Input(512), Dense(512)]")));
        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(compilation.WithOptions(compilation.Options.WithOptimizationLevel(optimization)));
        Assert.Contains(fact, Assert.Single(found, problem => problem.Id == "DSLN0301").GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Of_small_layers_nothing_is_told() =>
        Assert.Empty(await Analysis.RunAsync(NetworkSource.WithNotes(NetworkSource.Compile(NetworkSource.Class("[Input(2), Dense(8), Tanh, Dense(3)]")))));

    /// <summary>What is told is what is written: only then does the kernel have a loop over terms.</summary>
    [Theory]
    [InlineData("[Input(2), Dense(3)]", false)]
    [InlineData("[Input(8), Dense(4)]", false)]
    [InlineData("[Input(64), Dense(32)]", true)]
    [InlineData("[Input(16, 4, 4), Flatten, Dense(32)]", true)]
    public void The_kernels_agree(string attributes, bool loops)
    {
        NetworkSpec network = NetworkSource.Valid(attributes);
        foreach (Target target in Target.All)
        {
            Kernel product = ProgramLowering.Evaluation(Planning.Compilation.Analyze(network)).Single(operation => operation.Name == "Dense1Forward").Kernel!;
            Target own = product.RunsOn(target);
            Assert.Equal(loops, product.LoopInstead(own) is not null);
            SourceWriter writer = new();
            product.WriteMethods(writer, own, new("Dense1Forward"));
            Assert.Equal(loops, new GeneratedFile($"class Kernels {{ {writer} }}").LoopsOf("Dense1Forward").Contains("k"));
        }

        Assert.False(Planning.Compilation.Of(network).IsTooLarge);
    }
}
