using DslNet.Generators.Model;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>The layers are those of one declaration, in the order in which they are written.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("[Input(1, 8, 8), Conv2D(2, 3), ReLU, MaxPool2D(2), Flatten, Dense(3)]")]
    [InlineData("[Input(1, 8, 8)] [Conv2D(2, 3)] [ReLU] [MaxPool2D(2)] [Flatten] [Dense(3)]")]
    [InlineData("[Input(1, 8, 8)]\n[Conv2D(2, 3), ReLU, MaxPool2D(2)] // a block\n[type: Flatten]\n[Dense(3)]")]
    [InlineData("[Input(1, 8, 8)] [DslNet.Conv2DAttribute(2, 3), ReLU()] [MaxPool2D(2), Flatten, Dense(3)]")]
    public void However_the_lists_are_split(string attributes)
    {
        NetworkSpec spec = NetworkSource.Valid(attributes);
        Assert.Equal(["Conv1", "ReLU1", "MaxPool1", "Flatten1", "Dense1"], spec.Nodes.Select(node => node.Name));
        Assert.Equal(["2×6×6", "2×6×6", "2×3×3", "18", "3"], spec.Nodes.Select(node => node.Output.ToString()));
        Assert.Equal(NetworkSource.Valid("[Input(1, 8, 8), Conv2D(2, 3), ReLU, MaxPool2D(2), Flatten, Dense(3)]"), spec);
    }

    [Fact]
    public void Other_declarations_and_attributes_do_not_count()
    {
        NetworkSpec spec = NetworkSource.Parse(
            "[System.Serializable] partial class Net { void A() { } }",
            NetworkSource.Class("[System.Obsolete(\"x\"), Input(2), Dense(3)]"),
            "partial class Net : System.IDisposable { public void Dispose() { } }").Spec;
        Assert.True(spec.IsValid);
        Assert.Equal("Dense1", Assert.Single(spec.Nodes).Name);
    }

    [Fact]
    public void The_loss_and_the_output_may_stand_anywhere()
    {
        DslNet.Generators.Parsing.ParsedNetwork parsed = NetworkSource.Parse(NetworkSource.Class("[SoftmaxCrossEntropy, Output(3), Dense(4), ReLU, Input(2), Dense(3)]"));
        Assert.Equal(["DSLN0155", "DSLN0155", "DSLN0155"], parsed.Problems.Select(problem => problem.Id));
        NetworkSpec spec = parsed.Spec;
        Assert.True(spec.IsValid);
        Assert.Equal(3, Assert.Single(spec.Outputs).Value);
        LossSpec loss = Assert.Single(spec.Losses);
        Assert.Equal(3, loss.Value);
        Assert.Equal(Model.LossTarget.Labels, loss.Target);
    }

    [Fact]
    public void The_source_map_follows_the_nodes()
    {
        DslNet.Generators.Parsing.ParsedNetwork parsed = NetworkSource.Parse(
            NetworkSource.Class("[Huber(Delta = 2), Input(2)] [Dense(3), Tanh] [Output(1), Dense(1)]"));
        Assert.Equal(["Dense(3)", "Tanh", "Dense(1)"], parsed.Source.Layers.Select(syntax => syntax.ToString()));
        Assert.Equal("Input(2)", parsed.Source.Input!.ToString());
        Assert.Equal("Output(1)", parsed.Source.Output!.ToString());
        Assert.Equal("Huber(Delta = 2)", parsed.Source.Loss!.ToString());
    }
}
