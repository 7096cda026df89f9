namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0100 and up: shapes that do not fit.</summary>
public sealed class ShapeFixTests
{
    [Theory]
    [InlineData("[Input(1, 8, 8), Conv2D(2, 3), ReLU, {|DSLN0100:Dense(10)|}]", "[Input(1, 8, 8), Conv2D(2, 3), ReLU, Flatten, Dense(10)]")]
    [InlineData("[Input(1, 8, 8)]\n[{|DSLN0100:Dense(10)|}, ReLU] // hidden", "[Input(1, 8, 8)]\n[Flatten, Dense(10), ReLU] // hidden")]
    [InlineData("[Input(1, 8, 8)]\n[{|DSLN0100:DslNet.Dense(10)|}]", "[Input(1, 8, 8)]\n[DslNet.Flatten, DslNet.Dense(10)]")]
    [InlineData(
        "[Input(1, 8, 8), Conv2D(2, 3, Name = \"Image\"), ReLU, {|DSLN0100:Dense(10, From = \"Image\", Bias = false)|}, Add(\"Other\")]\n",
        "[Input(1, 8, 8), Conv2D(2, 3, Name = \"Image\"), ReLU, Flatten(From = \"Image\"), Dense(10, Bias = false), Add(\"Other\")]\n")]
    public Task Flatten_is_inserted(string before, string after) => CodeFix.VerifyNetworkAsync(before, after, "Insert Flatten before Dense1");

    [Fact]
    public Task Flatten_is_inserted_in_every_network() => CodeFix.VerifyAsync(
        "[Network, Input(1, 8, 8), {|DSLN0100:Dense(1)|}] partial class One;\n[Network, Input(1, 8, 8), {|DSLN0100:Dense(1)|}] partial class Two;\n",
        "[Network, Input(1, 8, 8), Flatten, Dense(1)] partial class One;\n[Network, Input(1, 8, 8), Flatten, Dense(1)] partial class Two;\n");

    [Theory]
    [InlineData("[Input(1, 2, 2), {|DSLN0100:Dense(4, Name = \"Flatten1\")|}]")]
    [InlineData("[Input(1, 2, 2), {|DSLN0100:Dense(4)|}, ReLU(Name = \"flatten1\")]")]
    public Task Flatten_is_not_inserted_where_another_layer_has_its_name(string attributes) => CodeFix.VerifyNoneAsync(attributes);

    [Fact]
    public Task Flatten_is_not_inserted_where_another_one_is_named_by_its_number() => CodeFix.VerifyNoneAsync(
        "[Input(1, 2, 2), {|DSLN0100:Dense(4)|}, Flatten(From = \"Input\"), ReLU, Add(\"Flatten1\"), Concat(\"Dense1\")]");

    [Theory]
    [InlineData("[Input(4, 30), {|DSLN0101:Conv2D(8, 3, Dilation = 2)|}, ReLU]", "[Input(4, 30), Conv1D(8, 3, Dilation = 2), ReLU]", "Write [Conv1D]")]
    [InlineData("[Input(4, 9, 9)]\n[{|DSLN0101:DslNet.Conv1DAttribute(8, 3)|}] // small", "[Input(4, 9, 9)]\n[DslNet.Conv2D(8, 3)] // small", "Write [Conv2D]")]
    [InlineData("[Input(4, 30), Conv1D(8, 3), {|DSLN0101:MaxPool2D(2)|}]", "[Input(4, 30), Conv1D(8, 3), MaxPool1D(2)]", "Write [MaxPool1D]")]
    [InlineData("[Input(4, 9, 9), {|DSLN0101:DepthwiseConv1D(3)|}]", "[Input(4, 9, 9), DepthwiseConv2D(3)]", "Write [DepthwiseConv2D]")]
    [InlineData("[Input(4, 30), {|DSLN0101:AdaptiveAvgPool2D(3)|}]", "[Input(4, 30), AdaptiveAvgPool1D(3)]", "Write [AdaptiveAvgPool1D]")]
    [InlineData("[Input(4, 9), {|DSLN0101:ConvTranspose2D(3, 2, Stride = 2)|}]", "[Input(4, 9), ConvTranspose1D(3, 2, Stride = 2)]", "Write [ConvTranspose1D]")]
    public Task Layers_of_images_and_of_signals_are_exchanged(string before, string after, string title) => CodeFix.VerifyNetworkAsync(before, after, title);

    [Theory]
    [InlineData("[Input(4, 30), {|DSLN0101:Conv2D(8, 3, 5)|}]")]
    [InlineData("[Input(4, 30), {|DSLN0101:AdaptiveAvgPool2D(height: 3, width: 2)|}]")]
    [InlineData("[Input(30), {|DSLN0101:Conv2D(8, 3)|}]")]
    public Task They_are_not_where_it_is_not_certain(string attributes) => CodeFix.VerifyNoneAsync(attributes);

    [Theory]
    [InlineData("[Input(4), Dense(2, {|DSLN0102:Inputs = 5|})]", "[Input(4), Dense(2, Inputs = 4)]")]
    [InlineData("[Input(4), Dense(2, {|DSLN0102:Inputs = 2 * 3|}, Bias = false)]", "[Input(4), Dense(2, Inputs = 4, Bias = false)]")]
    public Task Inputs_are_corrected(string before, string after) => CodeFix.VerifyNetworkAsync(before, after, "Set Inputs = 4");

    [Theory]
    [InlineData("[Input(4), Dense(2), {|DSLN0103:Output(3)|}]", "[Input(4), Dense(2), Output(2)]", "Change to [Output(2)]")]
    [InlineData("[Input(4), Dense(2)]\n[{|DSLN0103:Output(1, 2, 3)|}]", "[Input(4), Dense(2)]\n[Output(2)]", "Change to [Output(2)]")]
    [InlineData("[Input(1, 8, 8), Conv2D(4, 3), {|DSLN0103:Output(4)|}]", "[Input(1, 8, 8), Conv2D(4, 3), Output(4, 6, 6)]", "Change to [Output(4, 6, 6)]")]
    public Task Output_is_changed(string before, string after, string title) => CodeFix.VerifyNetworkAsync(before, after, title);

    [Theory]
    [InlineData("[Input(4), Dense(2), {|DSLN0103:Output(3)|}]", "[Input(4), Dense(2)]")]
    [InlineData("[{|DSLN0103:Output(3)|}, Input(4), Dense(2)]", "[Input(4), Dense(2)]")]
    [InlineData("[Input(4), Dense(2)]\n[{|DSLN0103:Output(3)|}]\n[MeanSquaredError]", "[Input(4), Dense(2)]\n[MeanSquaredError]")]
    public Task Output_is_removed(string before, string after) => CodeFix.VerifyNetworkAsync(before, after, "Remove Output", choice: 1);

    [Theory]
    [InlineData("[Input(1, 4, 4), Conv2D(2, {|DSLN0106:5|})]", "[Input(1, 4, 4), Conv2D(2, 4)]", "Use a kernel of 4×4")]
    [InlineData("[Input(1, 4, 4), Conv2D(2, {|DSLN0106:9|}, Padding = 1)]", "[Input(1, 4, 4), Conv2D(2, 6, Padding = 1)]", "Use a kernel of 6×6")]
    [InlineData("[Input(1, 4, 3), Conv2D(2, {|DSLN0106:5|})]", "[Input(1, 4, 3), Conv2D(2, 3)]", "Use a kernel of 3×3")]
    [InlineData("[Input(1, 4, 9), Conv2D(2, {|DSLN0106:5|}, 7)]", "[Input(1, 4, 9), Conv2D(2, 4, 7)]", "Use a kernel of 4×7")]
    [InlineData("[Input(1, 4, 7), MaxPool2D(kernelWidth: 7, {|DSLN0106:kernelHeight: 5|})]", "[Input(1, 4, 7), MaxPool2D(kernelWidth: 7, kernelHeight: 4)]", "Use a kernel of 4×7")]
    [InlineData("[Input(1, 4, 4), AvgPool2D({|DSLN0106:5|}, 5)]", "[Input(1, 4, 4), AvgPool2D(4, 4)]", "Use a kernel of 4×4")]
    [InlineData("[Input(1, 1, 100), Conv2D(8, {|DSLN0106:3|})]", "[Input(1, 1, 100), Conv2D(8, 1, 3)]", "Use a kernel of 1×3")]
    [InlineData("[Input(1, 100, 1), Conv2D(8, {|DSLN0106:3|}, Bias = false)]", "[Input(1, 100, 1), Conv2D(8, 3, 1, Bias = false)]", "Use a kernel of 3×1")]
    [InlineData("[Input(1, 1, 100), Conv2D({|DSLN0106:kernel: 3|}, filters: 8)]", "[Input(1, 1, 100), Conv2D(kernelHeight: 1, kernelWidth: 3, filters: 8)]", "Use a kernel of 1×3")]
    [InlineData("[Input(1, 1, 100), MaxPool2D({|DSLN0106:2|})]", "[Input(1, 1, 100), MaxPool2D(1, 2)]", "Use a kernel of 1×2")]
    public Task Kernels_shrink(string before, string after, string title) => CodeFix.VerifyNetworkAsync(before, after, title);

    [Fact]
    public Task A_kernel_of_one_position_is_not_offered() => CodeFix.VerifyNoneAsync("[Input(1, 2, 2), MaxPool2D(2), MaxPool2D({|DSLN0106:2|}), Flatten]");
}
