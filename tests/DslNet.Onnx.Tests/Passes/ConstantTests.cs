using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>Constants beside samples, choices and parts that are decided while importing.</summary>
public sealed class ConstantTests
{
    /// <summary>Observations are normalized so before most policies.</summary>
    [Fact]
    public void A_mean_and_a_deviation_of_each_feature_are_one_BatchNorm()
    {
        TestModel model = new TestModel().Input("x", 4).Output("y").Weight("m", 4).Floats("d", [4], 0.5f, 2, 3, 4).Node("Sub", "x m", "a").Node("Div", "a d", "y");
        Assert.Equal(["[Input(4)]", "[BatchNorm]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Rows of the table: the shape of a constant beside an image of 3 channels, and the layers that multiply by it and subtract from it.</summary>
    [Theory]
    [InlineData(new long[] { 3, 1, 1 }, "[BatchNorm]")]
    [InlineData(new long[] { 1, 3, 1, 1 }, "[BatchNorm]")]
    [InlineData(new long[] { 1, 5 }, "[Flatten]|[BatchNorm, Reshape(3, 2, 5)]")]
    [InlineData(new long[] { 3, 2, 5 }, "[Flatten]|[BatchNorm, Reshape(3, 2, 5)]")]
    public void Constants_are_repeated_as_ONNX_does(long[] shape, string lines)
    {
        TestModel model = new TestModel().Input("x", 3, 2, 5).Output("y").Weight("f", shape).Weight("t", shape).Node("Mul", "f x", "a").Node("Sub", "t a", "y");
        Assert.Equal(["[Input(3, 2, 5)]", .. lines.Split('|')], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void What_is_added_to_a_convolution_is_its_bias()
    {
        TestModel model = new TestModel().Input("x", 2, 4, 4).Output("y").Weight("k", 3, 2, 1, 1).Weight("b", 3).Weight("t", 1, 3, 1, 1).Weight("u", 3, 1, 1)
            .Node("Conv", "x k b", "a").Node("Add", "a t", "c").Node("Sub", "c u", "y");
        Assert.Equal(["[Input(2, 4, 4)]", "[Conv2D(3, 1)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Another value for each sample of a batch cannot be.</summary>
    [Fact]
    public void A_constant_for_each_sample_is_refused() =>
        Assert.Contains("is the constant “c”", Assert.Single(Imports.Problems(new TestModel().Port("x", 1, 2, 3).Output("y").Weight("c", 2, 3).Node("Add", "x c", "y"))));

    /// <summary>A side may read what is around its choice, but nothing that waits for the choice, nor what is nowhere.</summary>
    [Theory, InlineData("z"), InlineData("y"), InlineData("nowhere"), InlineData("1")]
    public void A_side_reads_only_what_was_computed_before(string read)
    {
        NodeProto node = new() { OpType = "Tanh", Input = { read }, Output = { "1" } };
        GraphProto side = new() { Node = { node }, Output = { new ValueInfoProto { Name = "1" } } };
        TestModel model = new TestModel().Input("x", 3).Output("y").Integers("yes", [], 1).Node("If", "yes", "z", ("then_branch", side), ("else_branch", side)).Node("Add", "z x", "y");
        Assert.Contains("which nothing computes before it", Assert.Throws<OnnxException>(() => Imports.Attributes(model)).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_choice_by_a_shape_is_decided(bool isSquare)
    {
        // Both sides call their value the same, as PyTorch's do, and one chooses again.
        GraphProto Graph(params NodeProto[] nodes) => new() { Node = { nodes }, Output = { new ValueInfoProto { Name = nodes[^1].Output[0] } } };
        NodeProto Node(string type, string input, string output) => new() { OpType = type, Input = { input }, Output = { output } };
        NodeProto inner = Node("If", "yes", "53");
        inner.Attribute.Add(new AttributeProto { Name = "then_branch", Type = AttributeProto.Types.AttributeType.Graph, G = Graph(Node("Neg", "52", "51"), Node("Tanh", "51", "1")) });
        inner.Attribute.Add(new AttributeProto { Name = "else_branch", Type = AttributeProto.Types.AttributeType.Graph, G = Graph(Node("Relu", "52", "1")) });
        TestModel model = new TestModel().Input("x", 3, isSquare ? 3 : 4).Output("y").Integers("two", [], 2).Integers("one", [], 1).Integers("yes", [1], 1)
            .Node("Shape", "x", "s").Node("Gather", "s one", "h").Node("Gather", "s two", "w").Node("Equal", "h w", "same")
            .Node("If", "same", "z", ("then_branch", Graph(Node("Abs", "x", "52"), inner)), ("else_branch", Graph(Node("Sigmoid", "x", "53"))))
            .Node("Identity", "z", "y");
        Assert.Equal(isSquare ? ["[Input(3, 3)]", "[Activation(nameof(Function)), Tanh]"] : ["[Input(3, 4)]", "[Sigmoid]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>A gated linear unit: two halves of the channels.</summary>
    [Fact]
    public void Parts_are_slices()
    {
        TestModel model = new TestModel().Input("x", 6).Output("y").Weight("w", 6, 8).Node("MatMul", "x w", "a").Node("Split", "a", "b c", ("axis", 1)).Node("Sigmoid", "c", "d").Node("Mul", "b d", "y");
        Assert.Equal(
            ["[Input(6)]", "[Dense(8, Bias = false, Name = \"Dense1\"), Slice(0, 4, Name = \"Slice1\")]", "[Slice(4, 4, From = \"Dense1\"), Sigmoid]", "[Multiply(\"Slice1\")]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>A value function that squeezes its one value away.</summary>
    [Fact]
    public void A_sample_without_axes_is_one_value()
    {
        TestModel model = new TestModel().Input("x", 3).Output("y").Weight("w", 3, 1).Node("MatMul", "x w", "a").Integers("axes", [1], 1).Node("Squeeze", "a axes", "b").Node("Tanh", "b", "y");
        Assert.Equal(["[Input(3)]", "[Dense(1, Bias = false), Tanh]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }
}
