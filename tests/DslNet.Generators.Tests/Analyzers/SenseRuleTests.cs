namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0150 and up: what builds but is hardly meant.</summary>
public sealed class SenseRuleTests
{
    [Theory]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:Softmax|}, SoftmaxCrossEntropy]", "SoftmaxCrossEntropy", "Softmax1")]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:Sigmoid|}, BinaryCrossEntropy]", "BinaryCrossEntropy", "Sigmoid1")]
    public Task The_loss_applies_the_activation(string attributes, string loss, string layer) => Analysis.VerifyNetworkAsync(
        attributes, $"{loss} already applies what {layer} computes, so that it is applied twice. Remove {layer}.");

    [Theory]
    [InlineData("[Input(4), Dense(3), Sigmoid, MeanSquaredError]")]
    [InlineData("[Input(4), Dense(3), Softmax]")]
    [InlineData("[Input(4), Softmax, Dense(3), SoftmaxCrossEntropy]")]
    public Task Elsewhere_it_is_welcome(string attributes) => Analysis.VerifyNetworkAsync(attributes);

    [Fact]
    public Task Two_activations_in_a_row() => Analysis.VerifyNetworkAsync(
        """[Input(4), Dense(3), ReLU, Dense(3), Tanh(From = "Dense1"), {|DSLN0151:Sigmoid|}, Add("Dense2")]""",
        "Sigmoid1 directly follows Tanh1, and two activations in a row rarely make sense. Remove one, or put a layer between them.");

    [Fact]
    public Task Flattening_a_vector() => Analysis.VerifyNetworkAsync(
        "[Input(1, 4, 4), Flatten, {|DSLN0152:Flatten|}, Dense(3)]",
        "Flatten2 flattens what is already a vector: Flatten1 produces a vector of 16. Remove it.");

    [Theory]
    [InlineData("MaxPool2D(2)", 1, 0)]
    [InlineData("AvgPool2D(3, 4)", 1, 0)]
    [InlineData("MaxPool2D(3, Stride = 4)", 0, 1)]
    public Task Pooling_drops_a_border(string layer, int rows, int columns) => Analysis.VerifyNetworkAsync(
        $"[Input(2, 7, 8), {{|DSLN0153:{layer}|}}]",
        $"{layer[..7]}1 leaves out a border of Input's 2×7×8 (112) (rows: {rows}, columns: {columns}). Choose a window, stride or padding that covers it, unless this is meant.");

    [Theory]
    [InlineData("[Input(2, 7, 8), MaxPool2D(2, Padding = Padding.Same)]")]
    [InlineData("[Input(2, 7, 7), MaxPool2D(3, Stride = 2)]")]
    [InlineData("[Input(2, 7, 7), MaxPool2D(2, Padding = 1)]")]
    [InlineData("[Input(2, 7, 7), Conv2D(2, 2, Stride = 2)]")]
    public Task Nothing_is_dropped_where_padding_covers_it(string attributes) => Analysis.VerifyNetworkAsync(attributes);
}
