using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Model;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Which values the layers read, and what they make of them.</summary>
public sealed class GraphTests
{
    [Fact]
    public void A_chain_reads_the_layer_before()
    {
        NetworkSpec spec = NetworkSource.Valid("[Input(2, Gradient = true), Dense(3), Tanh, Dense(1)]");
        Assert.Equal([new PortSpec("Input", PortRole.Input, 0, Shape.Vector(2), Gradient: true)], spec.Inputs);
        Assert.Equal([[0], [1], [2]], spec.Nodes.Select(node => node.Inputs.ToArray()));
        Assert.Equal([new PortSpec("Output", PortRole.Output, 3, Shape.Vector(1))], spec.Outputs);
        Assert.Empty(spec.Losses);
    }

    [Fact]
    public void A_loss_has_ports_for_what_it_compares_with()
    {
        Assert.Equal(
            [
                new("Input", PortRole.Input, 0, Shape.Image(1, 4, 4)),
                new("Output", PortRole.Output, 2, Shape.Vector(3)),
                new("Target", PortRole.Target, 2, Shape.Vector(3)),
                new("Label", PortRole.Label, 2, Shape.Vector(1), Model.ElementType.Int32),
                new("Weight", PortRole.Weight, 2, Shape.Vector(1)),
            ],
            NetworkSource.Valid("[Input(1, 4, 4), Flatten, Dense(3), SoftmaxCrossEntropy]").Ports);
        Assert.Equal(
            [PortRole.Input, PortRole.Output, PortRole.Target, PortRole.Weight],
            NetworkSource.Valid("[Input(2), Dense(3), BinaryCrossEntropy]").Ports.Select(port => port.Role));
    }

    [Fact]
    public void Branches_are_named_and_joined()
    {
        NetworkSpec spec = NetworkSource.Valid(
            """[Input(4), Dense(8, Name = "A"), ReLU, Dense(4, From = "Input"), Concat("ReLU1", "Input", "ReLU1"), Dense(24), Add("Concat1", From = "Dense3"), Huber(From = "Add1")]""");
        Assert.Equal([[0], [1], [0], [3, 2, 0, 2], [4], [5, 4]], spec.Nodes.Select(node => node.Inputs.ToArray()));
        Assert.Equal(["8", "8", "4", "24", "24", "24"], spec.Nodes.Select(node => node.Output.ToString()));
        Assert.Equal([new ElementwiseLossSpec("Huber", new([1])) { Value = 6 }], spec.Losses);
    }

    [Fact]
    public void Images_are_joined_channel_after_channel() => Assert.Equal(
        Shape.Image(5, 8, 8),
        NetworkSource.Valid("""[Input(2, 8, 8), Conv2D(3, 3, Padding = 1), Concat("Input")]""").Nodes[1].Output);

    [Theory]
    [InlineData("Conv2D(6, 5)", "6×24×20", 6 * 25 * 2 + 6, 6 * 24 * 20 * 50)]
    [InlineData("Conv2D(6, 5, 3, Bias = false)", "6×24×22", 6 * 15 * 2, 6 * 24 * 22 * 30)]
    [InlineData("Conv2D(6, 5, Stride = 3, Padding = 1)", "6×9×8", 306, 6 * 9 * 8 * 50)]
    [InlineData("Conv2D(6, 4, Stride = 3, Padding = Padding.Same)", "6×10×8", 6 * 16 * 2 + 6, 6 * 10 * 8 * 32)]
    [InlineData("MaxPool2D(2)", "2×14×12", 0, 0)]
    [InlineData("MaxPool2D(4, 3)", "2×7×8", 0, 0)]
    [InlineData("AvgPool2D(4, 4, Stride = 2, Padding = 2)", "2×15×13", 0, 0)]
    [InlineData("AvgPool2D(5, Padding = Padding.Same)", "2×6×5", 0, 0)]
    [InlineData("GlobalAvgPool", "2", 0, 0)]
    [InlineData("Flatten", "1344", 0, 0)]
    [InlineData("Dropout(0.25)", "2×28×24", 0, 0)]
    [InlineData("Softmax", "2×28×24", 0, 0)]
    [InlineData("LogSoftmax", "2×28×24", 0, 0)]
    public void Layers_say_what_they_make_of_an_image(string layer, string output, long parameters, long multiplyAdds)
    {
        NodeSpec node = NetworkSource.Any($"[Input(2, 28, 24), {layer}]").Nodes[0];
        Assert.Equal(output, node.Output.ToString());
        Assert.Equal(parameters, node.Layer.ParameterCount(Shape.Image(2, 28, 24)));
        Assert.Equal(multiplyAdds, node.Layer.MultiplyAdds(Shape.Image(2, 28, 24), node.Output));
    }

    [Fact]
    public void The_lenet_has_the_parameters_it_is_known_for()
    {
        NetworkSpec spec = NetworkSource.Valid(
            "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), Output(10), SoftmaxCrossEntropy]");
        Assert.Equal(44_426, spec.Nodes.Sum(node => node.Layer.ParameterCount(spec.ShapeOf(node.Inputs[0]))));
    }
}
