using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>What a use of a block stands for: its layers, their names, what they read, and whose weights they have.</summary>
public sealed class BlockTests
{
    private const string Blocks =
        """
        using DslNet;
        [Block, Dense(4), Tanh] class Step;
        [Block, Use<Step>, Residual<Step>(Name = "Inner"), Add("Input", "Step1")] class Twice;
        [Block, Conv2D(8, 3, Stride = 2, Padding = 1), ReLU] class Down;
        """;

    [Fact]
    public void Layers_stand_in_the_place_of_the_use() => Assert.Equal(
        ["Dense1 0", "Step1.Dense1 1", "Step1.Tanh1 2", "Step2.Dense1 3", "Step2.Tanh1 4", "Add1 5 3", "Dense2 6"],
        Graph("[Input(4), Dense(4), Repeat<Step>(2), Add(\"Step1\"), Dense(2)]"));

    [Fact]
    public void Blocks_use_blocks() => Assert.Equal(
        [
            "Twice1.Step1.Dense1 0", "Twice1.Step1.Tanh1 1", "Twice1.Inner.Dense1 2", "Twice1.Inner.Tanh1 3", "Twice1.Inner 4 2", "Twice1.Add1 5 0 2",
            "Twice2.Step1.Dense1 0", "Twice2.Step1.Tanh1 7", "Twice2.Inner.Dense1 8", "Twice2.Inner.Tanh1 9", "Twice2.Inner 10 8", "Twice2.Add1 11 0 8",
            "Add1 12 6",
        ],
        Graph("[Input(4), Use<Twice>, Use<Twice>(From = \"Input\"), Add(\"Twice1\")]"));

    [Theory]
    [InlineData("[Input(4), Repeat<Step>(2, Name = \"Stage\"), Add(\"Stage1\", \"Stage\")]", "Stage1.Dense1 0, Stage1.Tanh1 1, Stage2.Dense1 2, Stage2.Tanh1 3, Add1 4 2 4")]
    [InlineData("[Input(4), Use<Step>(Name = \"Stage\"), Add(\"Stage\")]", "Stage.Dense1 0, Stage.Tanh1 1, Add1 2 2")]
    [InlineData("[Input(4), Use<Step>, Residual<Step>(From = \"Input\"), Add(\"Step1\")]", "Step1.Dense1 0, Step1.Tanh1 1, Step2.Dense1 0, Step2.Tanh1 3, Step2 4 0, Add1 5 2")]
    public void Uses_have_names(string attributes, string expected) => Assert.Equal(expected, string.Join(", ", Graph(attributes)));

    [Fact]
    public void A_projection_is_inserted_where_shapes_differ()
    {
        NetworkSpec network = Valid("[Input(4, 9, 8), Residual<Down>(Projection = true), Flatten, Residual<Step>(Projection = true), Residual<Step>(Projection = true)]");
        Assert.Equal(
            [
                "Down1.Conv1: Conv2D(8, 3, Stride = 2, Padding = 1)", "Down1.ReLU1: ReLU", "Down1.Projection: Conv2D(8, 1, Stride = 2, Bias = false, From = \"Input\")",
                "Down1: Add(\"Input\", From = \"Down1.ReLU1\")", "Flatten1: Flatten", "Step1.Dense1: Dense(4)", "Step1.Tanh1: Tanh",
                "Step1.Projection: Dense(4, Bias = false, From = \"Flatten1\")", "Step1: Add(\"Flatten1\", From = \"Step1.Tanh1\")",
                "Step2.Dense1: Dense(4)", "Step2.Tanh1: Tanh", "Step2: Add(\"Step1\")",
            ],
            network.Nodes.Select(node => $"{node.Path}: {network.DeclarationOf(node)}"));
        Assert.Equal(new EquatableArray<int>([2, 3]), network.Nodes[3].Inputs);
        Assert.Equal(Shape.Image(8, 5, 4), network.Nodes[3].Output);
    }

    [Fact]
    public void Weights_are_shared_by_the_uses_that_say_so()
    {
        NetworkSpec network = Valid("[Input(4), Use<Step>, Repeat<Step>(2, Shared = true), Use<Step>, Use<Step>(Shared = true), Dense(2), MeanSquaredError]");
        Assert.Equal(
            ["Step1_Dense1 ", "Step2_Dense1 Step2_Dense1", "Step3_Dense1 Step2_Dense1", "Step4_Dense1 ", "Step5_Dense1 Step2_Dense1", "Dense1 "],
            network.Nodes.Where(node => node.Layer.HasParameters).Select(node => $"{node.Name} {node.WeightsOf}"));
        Assert.Equal(3 * 20 + 10, network.ParameterCount);
        Assert.Equal(
            ["step1.dense1.weight", "step1.dense1.bias", "step2.dense1.weight", "step2.dense1.bias", "step4.dense1.weight", "step4.dense1.bias", "dense1.weight", "dense1.bias"],
            Planning.Compilation.Analyze(network).Parameters.Parameters.Select(parameter => parameter.Name));
    }

    /// <summary>A use that nobody shares with has weights of its own, as it has without the argument.</summary>
    [Fact]
    public void One_use_shares_with_nobody() => Assert.Equal(
        Valid("[Input(4), Use<Step>, Dense(2)]").Nodes, Valid("[Input(4), Use<Step>(Shared = true), Dense(2)]").Nodes);

    [Theory]
    [InlineData("[Input(4), Use<Step>, Dense(4, Name = \"Step1_Dense1\")]", "DSLN0009")]
    [InlineData("[Input(4), Use<Step>, Dense(4, Name = \"Step1\")]", "DSLN0009")]
    [InlineData("[Input(4), Use<Step>(Name = \"Predict\")]", "DSLN0011")]
    [InlineData("[Input(4), Use<Step>(Name = \"a b\")]", "DSLN0010")]
    [InlineData("[Input(4), Use<Step>, Dense(4, From = \"Dense1\")]", "DSLN0013")]
    [InlineData("[Input(4), Use<Step>, Dense(4, From = \"Step1.Dense1\")]", "DSLN0012")]
    [InlineData("[Input(4), Use<Step>, Dense(4, From = \"Input\")]", "DSLN0014")]
    public void Names_outside_are_those_of_uses(string attributes, string rule) =>
        Assert.Contains(rule, Parse(attributes).Problems.Select(problem => problem.Id));

    /// <summary>An edit of a block, in whatever file, makes those networks be generated again that use it.</summary>
    [Fact]
    public void Networks_follow_their_blocks()
    {
        const string networks =
            "[Network, Input(4), Use<Outer>, Dense(2)] internal partial class Uses; [Network, Input(4), Dense(7)] internal partial class Other; [Block, Use<Inner>] class Outer;";
        IReadOnlyCollection<string> rewritten = Generation.Rewritten(networks, "[Block, Dense(5), ReLU] class Inner;", "[Block, Dense(6), ReLU] class Inner;");
        Assert.Contains("Uses.g.cs", rewritten);
        Assert.DoesNotContain(rewritten, name => name.StartsWith("Other", StringComparison.Ordinal));
        Assert.Empty(Generation.Rewritten(networks, "[Block, Dense(5), ReLU] class Inner;", "// An encoder.\n[Block, Dense(5)]\n[ReLU]\nclass Inner { int _a; }"));
    }

    private static IEnumerable<string> Graph(string attributes) => Valid(attributes).Nodes.Select(node => $"{node.Path} {string.Join(' ', node.Inputs)}");

    private static NetworkSpec Valid(string attributes)
    {
        ParsedNetwork parsed = Parse(attributes);
        Assert.Empty(parsed.Problems);
        return parsed.Spec;
    }

    private static ParsedNetwork Parse(string attributes) => NetworkSource.Parse(Blocks, NetworkSource.Class(attributes));
}
