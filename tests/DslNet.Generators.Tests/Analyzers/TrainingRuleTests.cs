namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0202 and DSLN0203: what a network must have to be trained.</summary>
public sealed class TrainingRuleTests
{
    private const string NoLoss =
        "Net declares none. Add one behind its last layer: [SoftmaxCrossEntropy] for one class of several, [BinaryCrossEntropy] for yes or no, [MeanSquaredError] for values.";

    [Theory]
    [InlineData("net.{|DSLN0202:Fit|}(data, options);", "Fit needs a loss, but " + NoLoss)]
    [InlineData("new Net(3).{|DSLN0202:Evaluate|}(data);", "Evaluate needs a loss, but " + NoLoss)]
    [InlineData("net?.{|DSLN0202:Fit|}(data, options); NetworkTraining.{|DSLN0202:Fit|}(options: options, network: net, train: data);")]
    [InlineData("new Adam().{|DSLN0202:Step|}(net, [1f, 2], [1f, 2, 3]); new Adam().Step(x, x);", "Step needs a loss, but " + NoLoss)]
    [InlineData("((INetwork)net).{|DSLN0202:ComputeGradients|}([1, 2], [1f, 2, 3]); ((INetwork<Net>)net).{|DSLN0202:ComputeLoss|}([1, 2], [1f, 2, 3]);")]
    public Task A_loss_is_missing(string use, params string[] messages) => Verify("[Input(2), Dense(3)]", use, [], messages);

    /// <summary>The method does not exist, and the compiler does not say why.</summary>
    [Theory]
    [InlineData("net.{|DSLN0202:ComputeGradients|}(x, x);", "ComputeGradients needs a loss, but " + NoLoss)]
    [InlineData("float loss = net?.{|DSLN0202:ComputeLoss|}(x, labels: [1]) ?? 0;", "ComputeLoss needs a loss, but " + NoLoss)]
    [InlineData("for (int i = 0; i < 3; i++) { var y = 2 * net.{|DSLN0202:ComputeGradients|}(x, x) + 1; }")]
    public Task A_method_is_missing_for_want_of_a_loss(string use, params string[] messages) =>
        Verify("[Input(2), Dense(3)]", use, ["CS1061"], messages);

    [Theory]
    [InlineData("float Train(float[] x) => {|DSLN0202:ComputeGradients|}(x, x);", "CS0103")]
    [InlineData("float Train(float[] x) { System.Func<float> f = () => {|DSLN0202:ComputeLoss|}(x, x); return f(); }", "CS0103")]
    [InlineData("float Train(float[] x) => ComputeLoss(x, x); float ComputeLoss(float[] x) => x[0];", "CS1501")]
    public Task A_method_is_missing_in_the_class_itself(string members, string compilerError) => Analysis.VerifyUseAsync(
        $"[Network, Input(2), Dense(3)] partial class Net {{ {members} }}", [compilerError], []);

    [Theory]
    [InlineData("net.{|DSLN0203:Fit|}(data, options);", "Fit trains Net, but none of its layers has parameters, so that nothing is learned. Add a layer with weights, such as [Dense(10)].")]
    [InlineData("new Adam().{|DSLN0203:Step|}(net, x, x);")]
    [InlineData("net.{|DSLN0203:ComputeGradients|}(x, x); net.ComputeLoss(x, x); net.Evaluate(data); net.Predict(x, x);")]
    public Task There_is_nothing_to_learn(string use, params string[] messages) =>
        Verify("[Input(2), Softplus, Dropout(0.5), MeanSquaredError]", use, [], messages);

    [Fact]
    public Task Any_layer_that_learns_is_enough() => Verify("[Input(2), PReLU, MeanSquaredError]", "net.Fit(data, options); net.ComputeGradients(x, x);", []);

    [Fact]
    public Task Gradients_by_the_input_need_no_parameters() => Verify(
        "[Input(2, Gradient = true), Tanh, MeanSquaredError]", "net.ComputeGradients(x, x, inputGradients: x); net.{|DSLN0203:Fit|}(data, options);", []);

    [Fact]
    public Task Attributes_of_another_library_declare_nothing() => Analysis.VerifyUseAsync(
        """
        [Network, Input(2), Tanh, MeanSquaredError, Other.Mine(Gradient = true)] partial class Net { }
        class Program { static void Use(Net net, float[] x) => net.{|DSLN0203:ComputeGradients|}(x, x); }
        namespace Other
        {
            class WeightedLayerAttribute : System.Attribute { public bool Gradient { get; set; } }
            class MineAttribute : WeightedLayerAttribute { }
        }
        """);

    [Fact]
    public Task Both_are_told() => Verify("[Input(2), Tanh]", "net.{|DSLN0202,DSLN0203:Fit|}(data, options);", []);

    [Theory]
    [InlineData("[Input(2), Dense(3), MeanSquaredError]", "net.Fit(data, options); net.ComputeGradients(x, x); net.Evaluate(data);")]
    [InlineData("[Input(2), Dense(3)]", "net.Predict(x, x); net.PredictClass(x); ((INetwork)other).Fit(data, options); other.Evaluate(data);")]
    [InlineData("[Input(2), Dense(3)]", "net.Fit(3); net.Evaluate(net);")]
    public Task Elsewhere_nothing_is_said(string attributes, string use) => Verify(attributes, use, []);

    [Fact]
    public Task An_attribute_that_is_not_known_may_be_the_loss() =>
        Verify("[Input(2), Dense(3), {|DSLN0020:CrossEntropy|}]", "net.Fit(data, options);", []);

    private static Task Verify(string attributes, string use, string[] compilerErrors, params string[] messages) => Analysis.VerifyUseAsync(
        $$"""
        [Network]{{attributes}}
        partial class Net { }
        static class Own
        {
            public static void Fit(this Net net, int epochs) { }
            public static void Evaluate(this Net net, Net other) { }
        }
        class Program { static void Use(Net net, INetwork other, float[] x, Dataset data, FitOptions options) { {{use}} } }
        """,
        compilerErrors, messages);
}
