namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Five mistakes are five messages, and one does not bury the next.</summary>
public sealed class ManyMistakesTests
{
    [Fact]
    public Task Five_mistakes_are_five_messages() => Analysis.VerifyAsync(
        """
        [Network]
        [Input(1, 28, 28)]
        [Conv2D(6, 5, {|DSLN0054:Padding = 9|}), ReLU, MaxPool2D(2)]
        [{|DSLN0100:Dense(64)|}, ReLU, Dropout({|DSLN0052:20|}), Dense(10, {|DSLN0102:Inputs = 32|})]
        [{|DSLN0103:Output(11)|}]
        [SoftmaxCrossEntropy]
        public sealed class {|DSLN0001:Net|};
        """);

    [Fact]
    public Task A_wrong_size_is_told_once() => Analysis.VerifyNetworkAsync(
        "[Input(1, 28, 28), Conv2D({|DSLN0050:0|}, 3), MaxPool2D(5), Flatten, Dense(10, Inputs = 3), Output(10)]");

    [Fact]
    public Task What_does_not_depend_on_it_is_told_too() => Analysis.VerifyNetworkAsync(
        "[Input(1, 28, 28), Conv2D({|DSLN0050:0|}, 3), {|DSLN0100:Dense(3)|}, {|DSLN0101:MaxPool2D(2)|}, GlobalAvgPool, Dense(10), {|DSLN0103:Output(9)|}]",
        "Conv1 has Filters = 0, but sizes and strides are at least 1. Write a positive number.",
        "Dense1 expects a vector but Conv1 produces an image. Insert [Flatten] before Dense1.",
        "MaxPool1 expects an image but Dense1 produces a vector of 3. Move MaxPool1 to where there is an image: behind [Input(channels, height, width)] and before Flatten and Dense.",
        "[Output] declares a vector of 9 but Dense2 produces a vector of 10. Write [Output(10)], or change Dense2.");

    [Theory]
    [InlineData("""[Input("4"), Conv2D(2, 3), Flatten, Dense(3)]""", "CS1503")]
    [InlineData("""[Input(4), Dense("many"), Output(3)]""", "CS1503")]
    [InlineData("[Input(4), Dense(), Output(3)]", "CS7036")]
    [InlineData("[Input(4), Dense(Count), Output(3)]", "CS0103")]
    [InlineData("[Input(1, 8, 8), Conv2D(Count, 3, Stride = 2, Padding = 1)]", "CS0103")]
    [InlineData("[Input(4), LeakyReLU(NegativeSlope = Missing), Dense(3), Output(3)]", "CS0103")]
    [InlineData("[Input(4), Whatever(4), Output(3)]", "CS0246")]
    [InlineData("[Input(4), Whatever(4), Dense(3, Inputs = 5), Output(3)]", "CS0246")]
    [InlineData("[Input(4), Dense(3, Name = 5)]", "CS0029")]
    [InlineData("""[Input(4), Dense(4), Add(5), Output(3)]""", "CS1503")]
    public async Task What_the_compiler_tells_is_not_told_again(string attributes, string error)
    {
        // The remaining layers count as they are declared, so that [Output(3)] may still be wrong about them.
        var compilation = Parsing.NetworkSource.Compile(Parsing.NetworkSource.Class(attributes));
        Assert.Contains(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id == error);
        Assert.Empty((await Analysis.RunAsync(compilation)).Select(problem => problem.GetMessage()));
    }

    [Fact]
    public Task Other_attributes_are_left_alone() => Analysis.VerifyAsync(
        """
        [System.Obsolete("x"), System.Serializable] class Plain;
        [System.Serializable, Network, Input(4), System.ComponentModel.Description("x"), Dense(3)] partial class Net;
        """);
}
