namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0150 and up: what builds but is likely unintended.</summary>
public sealed class SuspicionFixTests
{
    [Theory]
    [InlineData("[Input(4), Dense(2), {|DSLN0150:Softmax|}]\n[SoftmaxCrossEntropy]", "[Input(4), Dense(2)]\n[SoftmaxCrossEntropy]", "Remove Softmax")]
    [InlineData("[Input(4), Dense(1)]\n    [{|DSLN0150:Sigmoid|}] // from 0 to 1\n[BinaryCrossEntropy]", "[Input(4), Dense(1)]\n    // from 0 to 1\n[BinaryCrossEntropy]", "Remove Sigmoid")]
    [InlineData("[Input(4), Dense(1)]\n[{|DSLN0150:Sigmoid|}]\n[BinaryCrossEntropy]", "[Input(4), Dense(1)]\n[BinaryCrossEntropy]", "Remove Sigmoid")]
    [InlineData("[Input(4), Dense(1)] [{|DSLN0150:DslNet.Sigmoid|}] [BinaryCrossEntropy]", "[Input(4), Dense(1)] [BinaryCrossEntropy]", "Remove Sigmoid")]
    [InlineData("[Input(4), Dense(1),\n {|DSLN0150:Sigmoid|},\n BinaryCrossEntropy]", "[Input(4), Dense(1),\n BinaryCrossEntropy]", "Remove Sigmoid")]
    public Task Activations_that_the_loss_includes_are_removed(string before, string after, string title) =>
        CodeFix.VerifyNetworkAsync(before, after, title);

    [Theory]
    [InlineData("[Input(4), {|DSLN0152:Flatten|}, Dense(2)]", "[Input(4), Dense(2)]")]
    [InlineData("[Input(4)]\n[{|DSLN0152:Flatten|}, {|DSLN0152:Flatten|}, Dense(2)]", "[Input(4)]\n[Dense(2)]")]
    [InlineData("[Input(4)]\n[{|DSLN0152:Flatten|}, {|DSLN0152:Flatten|}]\n[Dense(2), {|DSLN0152:Flatten|}]", "[Input(4)]\n[Dense(2)]")]
    [InlineData("[Input(4), {|DSLN0152:Flatten|}, Dense(2), {|DSLN0152:Flatten|}, {|DSLN0152:Flatten|}]", "[Input(4), Dense(2)]")]
    [InlineData("[Input(1, 8, 8), Flatten, Dense(2), {|DSLN0152:Flatten|}]", "[Input(1, 8, 8), Flatten, Dense(2)]")]
    public Task Flatten_without_effect_is_removed(string before, string after) => CodeFix.VerifyNetworkAsync(before, after, "Remove Flatten");

    [Theory]
    [InlineData("[Input(4), Dense(4, Name = \"a\"), Dense(4), {|DSLN0152:Flatten(From = \"a\")|}, Add(\"Dense1\")]")]
    [InlineData("[Input(4), Dense(4), {|DSLN0152:Flatten|}, Dense(4), Add(\"Flatten1\")]")]
    [InlineData("[Input(4), Dense(4), {|DSLN0152:Flatten(Name = \"Head\")|}, Dense(4), Add(\"Head\")]")]
    public Task Layers_that_others_refer_to_stay(string attributes) => CodeFix.VerifyNoneAsync(attributes);

    /// <summary>Numbers go by kind: without the first Flatten the second is called Flatten1.</summary>
    [Theory]
    [InlineData("[Input(4, 1, 1), Conv2D(4, 1, Name = \"Image\"), GlobalAvgPool, {|DSLN0152:Flatten(Name = \"Head\")|}, Dense(4), Flatten(From = \"Image\"), Dense(4), Add(\"Flatten2\")]")]
    [InlineData("[Input(4, 1, 1), Conv2D(4, 1, Name = \"Image\"), GlobalAvgPool, {|DSLN0152:Flatten(Name = \"Head\")|}, Dense(4, Name = \"Flatten1\"), Flatten(From = \"Image\"), Dense(4), Add(\"Dense2\")]")]
    public Task Layers_whose_number_moves_keep_it_where_it_is_used(string attributes) => CodeFix.VerifyNoneAsync(attributes);

    [Theory]
    [InlineData("[Input(4), {|DSLN0152:Flatten(Name = \"Head\")|}, Dense(2)]", "[Input(4), Dense(2)]")]
    public Task A_name_that_nobody_uses_goes_with_its_layer(string before, string after) => CodeFix.VerifyNetworkAsync(before, after);

    [Theory]
    [InlineData("[Input(1, 7, 7), {|DSLN0153:MaxPool2D(2)|}]", "[Input(1, 7, 7), MaxPool2D(2, Padding = Padding.Same)]")]
    [InlineData("[Input(1, 8, 8), {|DSLN0153:AvgPool2D(3, 3, Stride = 2)|}]", "[Input(1, 8, 8), AvgPool2D(3, 3, Stride = 2, Padding = Padding.Same)]")]
    [InlineData("[Input(1, 8, 8), {|DSLN0153:MaxPool2D(4, Padding = 1)|}]", "[Input(1, 8, 8), MaxPool2D(4, Padding = Padding.Same)]")]
    public Task Pooling_is_padded(string before, string after) => CodeFix.VerifyNetworkAsync(before, after, "Set Padding = Padding.Same");

    [Fact]
    public Task Padding_takes_the_namespace_of_its_layer() => CodeFix.VerifyNetworkAsync(
        "[Input(1, 7, 7), {|DSLN0153:DslNet.MaxPool2D(2)|}]", "[Input(1, 7, 7), DslNet.MaxPool2D(2, Padding = DslNet.Padding.Same)]");

    [Fact]
    public Task No_padding_covers_a_stride_larger_than_the_window() => CodeFix.VerifyNoneAsync("[Input(1, 6, 6), {|DSLN0153:MaxPool2D(2, Stride = 3)|}]");

    [Fact]
    public Task Dropout_behind_the_last_weights_is_removed() => CodeFix.VerifyNetworkAsync(
        "[Input(4), Dense(3), {|DSLN0156:Dropout(0.5)|}]", "[Input(4), Dense(3)]", "Remove Dropout");
}
