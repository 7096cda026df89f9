namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0020 and DSLN0058: attributes that do not exist, and arguments that they do not take.</summary>
public sealed class AttributeFixTests
{
    [Theory]
    [InlineData("[Input(784), {|DSLN0020:Linear(784, 128)|}, ReLU, Dense(10)]", "[Input(784), Dense(128), ReLU, Dense(10)]", "Write [Dense(128)]")]
    [InlineData("[Input(1, 28, 28), {|DSLN0020:Conv2d(1, 6, 5, padding: 2)|}, Flatten]", "[Input(1, 28, 28), Conv2D(6, 5, Padding = 2), Flatten]", "Write [Conv2D(6, 5, Padding = 2)]")]
    [InlineData("[Input(4), Dense(3)]\n[{|DSLN0020:DslNet.Relu|}] // bends", "[Input(4), Dense(3)]\n[DslNet.ReLU] // bends", "Write [ReLU]")]
    [InlineData("[Input(4), {|DSLN0020:Danse(3, Name = \"A\")|}]", "[Input(4), Dense(3, Name = \"A\")]", "Write [Dense(3, Name = \"A\")]")]
    [InlineData("[Input(4), Dense(3), {|DSLN0020:CrossEntropyLoss|}]", "[Input(4), Dense(3), SoftmaxCrossEntropy]", "Write [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4), {|DSLN0020:Linear(4, 3)|}, {|DSLN0020:Relu|}, {|DSLN0020:Linear(3, 2)|}]", "[Input(4), Dense(3), ReLU, Dense(2)]", "Write [Dense(3)]")]
    [InlineData("[Input(784), {|DSLN0058:Dense(784, 128)|}, ReLU, Dense(10)]", "[Input(784), Dense(128), ReLU, Dense(10)]", "Write [Dense(128)]")]
    [InlineData("[Input(1, 8, 8), Conv2D(4, 3, {|DSLN0058:Padding = \"same\"|}), Flatten]", "[Input(1, 8, 8), Conv2D(4, 3, Padding = Padding.Same), Flatten]", "Write [Conv2D(4, 3, Padding = Padding.Same)]")]
    public Task DslNets_is_written(string before, string after, string title) => CodeFix.VerifyNetworkAsync(before, after, title);

    [Theory]
    [InlineData("[Input(1, 8, 8), {|DSLN0020:Conv2d(1, 6, 3, padding_mode: 2)|}]")]
    [InlineData("[Input(8), Dense(4), {|DSLN0020:LocalResponseNorm|}]")]
    [InlineData("[Input(8), Dense(4), {|DSLN0020:RReLU|}]")]
    [InlineData("[Input(8), Dense(4, {|DSLN0058:Activation = \"relu\"|})]")]
    public Task Nothing_is_written_where_it_may_mean_something_else(string attributes) => CodeFix.VerifyNoneAsync(attributes);
}
