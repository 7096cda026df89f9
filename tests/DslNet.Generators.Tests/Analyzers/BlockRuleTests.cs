using System.Collections.Immutable;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>What is wrong with blocks and their uses is told once, where it can be mended.</summary>
public sealed class BlockRuleTests
{
    private const string Encoder = "[Block, Dense(16), Tanh] class Encoder;\n";

    [Theory]
    [InlineData("[Block, {|DSLN0040:Input(4)|}, Dense(3)] class B;", "B is a block, which cannot have [Input]: it is a part of networks, and reads what stands before its use. Remove [Input], or let B be a network and remove [Block].")]
    [InlineData("[Block, Dense(3), {|DSLN0040:MeanSquaredError|}] class B;", null)]
    [InlineData("[Block, Dense(3), {|DSLN0040:Budget(Parameters = 3)|}] class B;", null)]
    [InlineData("[Network, {|DSLN0040:Block|}, Input(2), Dense(3)] partial class B;", null)]
    [InlineData("[Block] class {|DSLN0006:B|};", "B has no layer. Add one after [Block], such as [Dense(10)].")]
    [InlineData("[Block, Dense({|DSLN0050:0|})] class B;", "Dense1 has Outputs = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("[Block, Dense(3), Add({|DSLN0012:\"A\"|})] class B;", "Add1 refers to \"A\", but no layer has this name. Write one of: Input, Dense1.")]
    [InlineData("[Block, Dense(3), {|DSLN0014:ReLU|}, Dense(3, From = \"Dense1\")] class B;", null)]
    [InlineData("[Block, Dense(3, {|DSLN0010:Name = \"a b\"|})] class B;", null)]
    [InlineData("[Block, Dense(3, {|DSLN0011:Name = \"Input\"|}), Tanh] class B;", "The layer's name Input is also that of what the block reads. Give the layer another Name.")]
    [InlineData("[Block, Dense(3, Name = \"Predict\"), ReLU(Name = \"B\")] class B;", null)]
    public Task A_block_is_looked_at_by_itself(string block, string? message) => Analysis.VerifyAsync(block, message is null ? [] : [message]);

    /// <summary>What a block has wrong is told where it is written, whoever uses it.</summary>
    [Fact]
    public Task A_mistake_in_a_block_is_told_once() => Analysis.VerifyAsync(
        """
        [Block, Dense({|DSLN0050:0|}), Tanh] class B;
        [Network, Input(4), Use<B>, Repeat<B>(3), Dense(2)] partial class One;
        [Network, Input(4), Use<B>] partial class Two;
        """);

    [Theory]
    [InlineData("class B; [Network, Input(4), {|DSLN0041:Use<B>|}, Dense(2)] partial class Net;", "[Use<B>] uses B, which is no block. Mark B with [Block], or use a class that is marked so.")]
    [InlineData("[Network, Input(4), Dense(2)] partial class B; [Network, Input(4), {|DSLN0041:Residual<B>|}] partial class Net;", "[Residual<B>] uses B, which is a network, and no block. Move the layers of B to a class of their own, marked with [Block], or use a class that is marked so.")]
    [InlineData("[Network, Input(4), {|DSLN0041:Use<string>|}, Dense(3)] partial class Net;", "[Use<String>] uses String, which is no block. Mark a class of yours with [Block], or use a class that is marked so.")]
    [InlineData("[Block, Dense(2), {|DSLN0042:Use<B>|}] class B;", "B would have itself as a part: B → B. Remove one of these uses.")]
    [InlineData("[Block, Dense(2), {|DSLN0042:Use<C>|}] class B; [Block, {|DSLN0042:Use<B>|}] class C; [Network, Input(2), Use<B>] partial class Net;", null)]
    [InlineData("[Block, Dense(2)] class B; [Network, Input(2), Repeat<B>({|DSLN0050:0|})] partial class Net;", null)]
    [InlineData("[Block, Dense(2)] class B; [Network, Input(2), Repeat<B>({|DSLN0051:100_000|})] partial class Net;", null)]
    public Task Only_blocks_are_used(string source, string? message) => Analysis.VerifyAsync(source, message is null ? [] : [message]);

    [Theory]
    [InlineData(
        "[Network, Input(8), {|DSLN0142:Residual<Encoder>|}] partial class Net;",
        "Encoder1 adds what Encoder reads, a vector of 8 from Input, and what it computes: Encoder1.Tanh1 produces a vector of 16. Write Projection = true, or give both the same shape.")]
    [InlineData(
        "[Block, Conv2D(4, 3)] class Down; [Network, Input(4, 8, 8), Conv2D(4, 1), {|DSLN0142:Residual<Down>|}] partial class Net;",
        "Down1 adds what Down reads, 4×8×8 (256) from Conv1, and what it computes: Down1.Conv1 produces 4×6×6 (144). No projection brings them together: give both the same shape, or use Down by [Use<Down>].")]
    [InlineData(
        "[Block, Flatten, Dense(4)] class Flat; [Network, Input(4, 8, 8), {|DSLN0142:Residual<Flat>(Projection = true)|}] partial class Net;",
        "Flat1 adds what Flat reads, 4×8×8 (256) from Input, and what it computes: Flat1.Dense1 produces a vector of 4. No projection brings them together: give both the same shape, or use Flat by [Use<Flat>].")]
    [InlineData(
        "[Network, Input(8), {|DSLN0143:Repeat<Encoder>(3, Shared = true)|}] partial class Net;",
        "Encoder2.Dense1 shares the weights of Encoder1.Dense1, which reads a vector of 8, but Encoder1.Tanh1 produces a vector of 16. Give both the same shape, or leave out Shared.")]
    [InlineData(
        "[Network, Input(1, 8, 8), {|DSLN0100:Repeat<Encoder>(2)|}] partial class Net;",
        "Encoder1.Dense1 expects a vector but Input produces 1×8×8 (64). Insert [Flatten] before Encoder1.Dense1.")]
    [InlineData("[Network, Input(8), Residual<Encoder>(Projection = true), Residual<Encoder>, Dense(2)] partial class Net;", null)]
    [InlineData("[Block, MaxPool2D(3, Stride = 2), Conv2D(8, 2)] class Down; [Network, Input(3, 9, 9), Residual<Down>(Projection = true), Flatten, Dense(2)] partial class Net;", null)]
    [InlineData("[Block, Conv1D(8, 4, Stride = 3)] class Down; [Network, Input(3, 10), Residual<Down>(Projection = true), Flatten, Dense(2)] partial class Net;", null)]
    public Task Shapes_are_told_where_a_block_is_used(string source, string? message) => Analysis.VerifyAsync(Encoder + source, message is null ? [] : [message]);

    /// <summary>What a block reads of a network that has it as a part is told, so that no network is empty without an error.</summary>
    [Fact]
    public Task A_block_cannot_read_what_follows_from_it() => Analysis.VerifyUseAsync(
        "[Block, Dense({|DSLN0057:Net.OutputLength|})] class B;\n[Block, Use<B>] class C;\n[Network, Input(4), Use<C>] partial class Net;");

    /// <summary>A use without its block, or under another name, is the compiler's to tell.</summary>
    [Theory]
    [InlineData("Residual", "CS0305")]
    [InlineData("Repeet<B>(3)", "CS0246")]
    public Task The_compiler_tells_of_uses_that_are_none(string use, string error) => Analysis.VerifyAsync(
        $"[Block, Dense(4)] class B;\n[Network, Input(4), {use}, Dense(2)] partial class Net;", compilerErrors: [error]);

    /// <summary>A mistake of a repeated use is one.</summary>
    [Fact]
    public Task A_mistake_of_a_repeated_use_is_told_once() => Analysis.VerifyAsync(
        "[Block, Dense(4)] class B;\n[Network, Input(4), Repeat<B>(3, {|DSLN0010:Name = \"a b\"|})] partial class Net;");

    /// <summary>The place in the block is a related location, and no fix is offered for the use.</summary>
    [Fact]
    public async Task The_place_in_the_block_is_told_too()
    {
        CSharpCompilation compilation = NetworkSource.Compile(
            "using DslNet;\n[Block, Dense(4), Dense(3, Inputs = 5)] class B;", "using DslNet;\n[Network, Input(2), Use<B>, Dense(1)] partial class Net;");
        Diagnostic problem = Assert.Single(await Analysis.RunAsync(compilation));
        Assert.Equal("DSLN0102", problem.Id);
        Assert.Equal("Use<B>", TextAt(problem.Location));
        Assert.Equal("Inputs = 5", TextAt(Assert.Single(problem.AdditionalLocations)));
        Assert.Contains("B1.Dense2", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        static string TextAt(Location location) => location.SourceTree!.ToString()[location.SourceSpan.Start..location.SourceSpan.End];
    }

    /// <summary>A block of another assembly is read from its metadata, and told of where it is used.</summary>
    [Fact]
    public async Task A_block_of_another_assembly()
    {
        CSharpCompilation library = NetworkSource.Compile(
            "using DslNet;\nnamespace Parts;\n[Block, Conv2D(6, 3, Padding = Padding.Same), GELU, Conv2D(4, 1, Name = \"Last\"), Add(\"Input\")] public sealed class Mixer;").WithAssemblyName("Parts");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        MetadataReference reference = MetadataReference.CreateFromImage(ImmutableArray.Create(image.ToArray()));

        DslNet.Generators.Parsing.ParsedNetwork parsed = NetworkSource.Parse(
            NetworkSource.Compile("using DslNet;\nusing Parts;\n[Network, Input(4, 5, 5), Repeat<Mixer>(2), Flatten, Dense(2)] partial class Net;").AddReferences(reference));
        Assert.Empty(parsed.Problems);
        Assert.Equal(
            ["Mixer1.Conv1: Conv2D(6, 3, Padding = Padding.Same)", "Mixer1.GELU1: GELU", "Mixer1.Last: Conv2D(4, 1)", "Mixer1.Add1: Add(\"Input\")", "Mixer2.Conv1: Conv2D(6, 3, Padding = Padding.Same)"],
            parsed.Spec.Nodes.Take(5).Select(node => $"{node.Path}: {node.Layer.Declaration}"));

        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(
            NetworkSource.Compile("using DslNet;\nusing Parts;\n[Network, Input(3, 5, 5), Use<Mixer>, Flatten, Dense(2)] partial class Net;").AddReferences(reference));
        Assert.Equal("DSLN0104", Assert.Single(found).Id);
        Assert.StartsWith("Mixer1.Add1 adds Mixer1.Last", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
