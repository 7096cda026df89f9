namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0150 and up: what builds but is likely unintended.</summary>
public sealed class SuspicionRuleTests
{
    [Fact]
    public Task What_learns_nothing_needs_not_be_frozen() => Analysis.VerifyNetworkAsync(
        "[Input(4), Dense(3, Frozen = true), ReLU({|DSLN0170:Frozen = true|}), Dense(2), MeanSquaredError]",
        "ReLU1 learns nothing, so that Frozen changes nothing. Remove it, or write it in the layer whose parameters shall stay.");

    [Theory]
    [InlineData("[{|DSLN0160:Input(28, 28, 1)|}, Flatten, Dense(3)]", "Input is read as 28 channels of 28×1, since channels come first. Write [Input(1, 28, 28)] for an image of 1 channel, unless this is meant.")]
    [InlineData("[{|DSLN0160:Input(64, 64, 3)|}, Conv2D(4, 3)]", "Input is read as 64 channels of 64×3, since channels come first. Write [Input(3, 64, 64)] for an image of 3 channels, unless this is meant.")]
    [InlineData("[{|DSLN0160:Input(100, 1)|}, Conv1D(4, 1)]", "Input is read as 100 channels of one position, since channels come first. Write [Input(1, 100)] for a signal of 1 channel, unless this is meant.")]
    [InlineData("[Input(3, 64, 64), Conv2D(4, 3)]")]
    [InlineData("[Input(4, 4, 4), Conv2D(4, 3)]")]
    [InlineData("[Input(32, 16, 3), Conv2D(4, 3)]")]
    [InlineData("[Input(1, 100), Conv1D(4, 3)]")]
    public Task Channels_come_first(string attributes, params string[] messages) => Analysis.VerifyNetworkAsync(attributes, messages);

    [Theory]
    [InlineData(
        """[Input(8), Dense(4, Name = "H"), Output("policy"), MeanSquaredError(Of = "policy"), Dense(2), ReLU, Dense(1), {|DSLN0161:Output("value")|}]""",
        "No loss is of value, so that Dense3, which no loss reads, is not trained. Add a loss with Of = \"value\", or write Frozen = true in Dense3.")]
    [InlineData("""[Input(8), Dense(4, Name = "H"), Output("policy"), MeanSquaredError(Of = "policy"), Dense(1, From = "H", Frozen = true), Output("value")]""")]
    [InlineData("""[Input(8), Dense(4, Name = "H"), Output("seen"), Dense(1), Output("policy"), MeanSquaredError(Of = "policy"), Softmax(From = "H"), Output("odds")]""")]
    [InlineData("""[Input(8), Dense(4, Name = "H"), Output("policy"), Dense(1, From = "H"), Output("value")]""")]
    public Task Outputs_are_trained(string attributes, params string[] messages) => Analysis.VerifyNetworkAsync(attributes, messages);

    [Theory]
    [InlineData("Activation({|DSLN0162:nameof(F)|})", "static float F(float x) => x > 0 ? 1 : 0;", "F1 has the derivative 0 everywhere: F is constant on each side of its comparisons, or does not read x, so that nothing is learned through it. Write a function whose value changes with x.")]
    [InlineData("Activation({|DSLN0162:nameof(F)|})", "static float F(float x) => 1;")]
    [InlineData("Loss({|DSLN0162:nameof(F)|})", "static float F(float y, float t) => t * t;", "F has the derivative 0 everywhere: F is constant on each side of its comparisons, or does not read y, so that nothing is learned through it. Write a function whose value changes with y.")]
    [InlineData("Loss({|DSLN0162:nameof(F)|})", "static float F((float A, float B, float C) y, (float A, float, float) t) => t.A;")]
    [InlineData("Loss(nameof(F))", "static float F((float A, float B, float C) y, (float A, float, float) t) => t.A * y.B;")]
    [InlineData("Activation(nameof(F))", "static float F(float x) => x > 0 ? 1 : x;")]
    public Task Functions_have_a_slope(string attribute, string method, params string[] messages) => Analysis.VerifyAsync(
        $"[Network, Input(4), Dense(3), {attribute}] partial class Net {{ {method} }}", messages);

    [Theory]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:Softmax|}, SoftmaxCrossEntropy]", "SoftmaxCrossEntropy", "Softmax1")]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:LogSoftmax|}, SoftmaxCrossEntropy]", "SoftmaxCrossEntropy", "LogSoftmax1")]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:LogSigmoid|}, BinaryCrossEntropy]", "BinaryCrossEntropy", "LogSigmoid1")]
    [InlineData("[Input(4), Dense(3), {|DSLN0150:Sigmoid|}, BinaryCrossEntropy]", "BinaryCrossEntropy", "Sigmoid1")]
    public Task The_loss_applies_the_activation(string attributes, string loss, string layer) => Analysis.VerifyNetworkAsync(
        attributes, $"{loss} already applies what {layer} computes, so that it is applied twice. Remove {layer}.");

    [Fact]
    public Task Dropout_does_not_hide_the_activation() => Analysis.VerifyNetworkAsync(
        "[Input(4), Dense(3), {|DSLN0150:Softmax|}, {|DSLN0156:Dropout(0.5)|}, SoftmaxCrossEntropy]");

    [Theory]
    [InlineData("[Dense(3), {|DSLN0155:Input(4)|}, ReLU]", "[Input] is written behind Dense1, but it is what the first layer reads. Move it before Dense1.")]
    [InlineData("[Input(4), {|DSLN0155:Output(3)|}, Dense(3)]", "[Output] is written before Dense1, but it asserts what the last layer produces. Move it behind Dense1.")]
    [InlineData("[Input(4), Dense(3), {|DSLN0155:Huber|}, Dense(2), ReLU]", "[Huber] is written before ReLU1, but it is computed from what the last layer produces. Move it behind ReLU1.")]
    [InlineData("[Input(4), Dense(3), {|DSLN0155:SoftmaxCrossEntropy|}, {|DSLN0150:Softmax|}]", "[SoftmaxCrossEntropy] is written before Softmax1, but it is computed from what the last layer produces. Move it behind Softmax1.", "SoftmaxCrossEntropy already applies what Softmax1 computes, so that it is applied twice. Remove Softmax1.")]
    public Task The_order_is_that_of_the_layers(string attributes, params string[] messages) => Analysis.VerifyNetworkAsync(attributes, messages);

    [Theory]
    [InlineData("[Input(4), Dense(3), {|DSLN0156:Dropout(0.5)|}]")]
    [InlineData("[Input(4), Dense(3), {|DSLN0156:Dropout(0.5)|}, ReLU]")]
    [InlineData("[Input(1, 8, 8), Conv2D(3, 3), {|DSLN0156:Dropout(0.5)|}, Flatten]")]
    public Task Dropout_is_read_by_weights(string attributes) => Analysis.VerifyNetworkAsync(
        attributes, "No layer with weights reads Dropout1, so that training sets outputs of the network to zero at random. Remove Dropout1, or move it before a layer with weights.");

    [Theory]
    [InlineData("[Input(4), Dropout(0.2), Dense(3)]")]
    [InlineData("[Input(4), Dense(3), Dropout(0.2), ReLU, Dense(3)]")]
    [InlineData("[Input(1, 8, 8), Conv2D(3, 3), Dropout(0.2), GlobalAvgPool]")]
    [InlineData("[Input(4), Dense(4), Dropout(0.2), Add(\"Input\")]")]
    public Task Elsewhere_dropout_is_welcome(string attributes) => Analysis.VerifyNetworkAsync(attributes);

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

    [Fact]
    public Task Pooling_drops_the_end_of_a_signal() => Analysis.VerifyNetworkAsync(
        "[Input(2, 7), {|DSLN0153:MaxPool1D(2)|}]",
        "MaxPool1 leaves out a border of Input's 2×7 (14) (positions: 1). Choose a window, stride or padding that covers it, unless this is meant.");

    [Theory]
    [InlineData("[Input(2, 7), MaxPool1D(2, CeilMode = true)]")]
    [InlineData("[Input(2, 7, 8), MaxPool2D(2, Padding = Padding.Same)]")]
    [InlineData("[Input(2, 7, 7), MaxPool2D(3, Stride = 2)]")]
    [InlineData("[Input(2, 7, 7), MaxPool2D(2, Padding = 1)]")]
    [InlineData("[Input(2, 7, 7), MaxPool2D(2, CeilMode = true)]")]
    [InlineData("[Input(2, 7, 7), Conv2D(2, 2, Stride = 2)]")]
    public Task Nothing_is_dropped_where_padding_covers_it(string attributes) => Analysis.VerifyNetworkAsync(attributes);

    [Theory]
    [InlineData("[Input(3, 4, 5), Flatten, {|DSLN0157:BatchNorm|}, Dense(3)]", "60 values", "3 channels of Input's 3×4×5")]
    [InlineData("[Input(1, 8, 8), Conv2D(6, 3), Flatten, {|DSLN0157:BatchNorm|}, Dense(3)]", "216 values", "6 channels of Conv1's 6×6×6")]
    public Task Batch_normalization_behind_Flatten(string attributes, string values, string channels) => Analysis.VerifyNetworkAsync(
        attributes, $"BatchNorm1 follows Flatten1, and so normalizes each of {values} by itself, not the {channels}. Move it before Flatten1, unless this is meant.");

    [Theory]
    [InlineData("[Input(3, 4, 5), BatchNorm, Flatten, Dense(3), BatchNorm]")]
    [InlineData("[Input(3, 4, 5), GlobalAvgPool, BatchNorm]")]
    [InlineData("[Input(3, 4, 5), Flatten, Dense(3), BatchNorm]")]
    [InlineData("[Input(3, 1, 1), Flatten, BatchNorm]")]
    public Task Elsewhere_batch_normalization_is_welcome(string attributes) => Analysis.VerifyNetworkAsync(attributes);
}
