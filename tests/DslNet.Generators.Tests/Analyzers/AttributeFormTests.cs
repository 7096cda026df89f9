namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0058: what the compiler refuses is told as DslNet has it, beside the compiler's error.</summary>
public sealed class AttributeFormTests
{
    [Theory]
    [InlineData("Conv2D(32, 3, {|DSLN0058:Padding = \"same\"|})", "CS0029", "Conv2D does not take Padding = \"same\". Write [Conv2D(32, 3, Padding = Padding.Same)].")]
    [InlineData("Conv2D(4, 3, {|DSLN0058:Strides = 2|})", "CS0246", "Conv2D does not take Strides = 2. Write [Conv2D(4, 3, Stride = 2)].")]
    [InlineData("Conv2D(4, 3, {|DSLN0058:UseBias = false|})", "CS0246", "Conv2D does not take UseBias = false. Write [Conv2D(4, 3, Bias = false)].")]
    [InlineData("{|DSLN0058:Conv2D(32, (3, 3))|}", "CS1503", "Conv2D does not take (32, (3, 3)). Write [Conv2D(32, 3)].")]
    [InlineData("{|DSLN0058:Conv2D(filters: 8, kernelSize: 3)|}", "CS1739", "Conv2D does not take (filters: 8, kernelSize: 3). Write [Conv2D(8, 3)].")]
    [InlineData("Conv2D(4, 3, {|DSLN0058:Stride = new[] { 2, 1 }|})", "CS0029", "Conv2D does not take Stride = new[] { 2, 1 }. It is the same on all axes: write one number.")]
    [InlineData("Conv2D(4, 3, {|DSLN0058:Activation = \"relu\"|})", "CS0246", "Conv2D does not take Activation = \"relu\". Write it behind the layer: [Conv2D(4, 3), ReLU].")]
    [InlineData("Conv2D(4, 3, {|DSLN0058:Activation = \"linear\"|})", "CS0246", "Conv2D does not take Activation = \"linear\". Write [Conv2D(4, 3)], which has none.")]
    [InlineData("Upsample(2, {|DSLN0058:Mode = \"nearest\"|})", "CS0029", "Upsample does not take Mode = \"nearest\". Write Mode = UpsampleMode.Nearest.")]
    [InlineData("{|DSLN0058:BatchNorm(12)|}", "CS1729", "BatchNorm does not take (12). Write [BatchNorm].")]
    [InlineData("{|DSLN0058:GroupNorm(1, 3)|}", "CS1729", "GroupNorm does not take (1, 3). Write [GroupNorm(1)].")]
    [InlineData("LeakyReLU({|DSLN0058:alpha: 0.3|})", "CS1739", "LeakyReLU does not take alpha: 0.3. Write [LeakyReLU(NegativeSlope = 0.3f)].")]
    [InlineData("{|DSLN0058:MaxPool2D|}", "CS1729", "MaxPool2D does not take an empty list of arguments. Write [MaxPool2D(kernel)].")]
    [InlineData("Dropout({|DSLN0058:Probability = 0.5|})", "CS0617 CS7036", "Dropout does not take Probability = 0.5. Write 0.5 without its name, before what has one.")]
    [InlineData("{|DSLN0058:Activation|}", "CS1729", "Activation does not take an empty list of arguments. Write the activation itself, such as [ReLU], or [Activation(nameof(F))] with a static method F of your own.")]
    [InlineData("Activation({|DSLN0058:x => x * x|})", "CS1660", "Activation does not take x => x * x. Write a static method F of floats in the class, and [Activation(nameof(F))].")]
    [InlineData("Activation({|DSLN0058:System.MathF.Sin|})", "CS1503", "Activation does not take System.MathF.Sin. Write a static method F of floats in the class that returns System.MathF.Sin(x), and [Activation(nameof(F))].")]
    public Task Other_libraries_arguments_are_known(string attribute, string error, string message) => Verify($"Input(3, 8, 8), {attribute}", error, message);

    [Theory]
    [InlineData("Input(8), {|DSLN0058:Dense(8, 10)|}", "CS1729", "Dense does not take (8, 10). Write [Dense(10)].")]
    [InlineData("Input(8), Dense({|DSLN0058:units: 4|})", "CS1739", "Dense does not take units: 4. Write [Dense(4)].")]
    [InlineData("Input(8), Dense(4, {|DSLN0058:Bias = 0|})", "CS0029", "Dense does not take Bias = 0. Write Bias = false.")]
    [InlineData("Input(8), Dense(4, {|DSLN0058:Initializer = \"he_normal\"|})", "CS0029", "Dense does not take Initializer = \"he_normal\". Write Initializer = Initializer.HeNormal.")]
    [InlineData("Input(8), Dense(8), Dense(8), Add({|DSLN0058:Dense1|})", "CS0103", "Add does not take Dense1. Write the layer's name as a string: \"Dense1\".")]
    [InlineData("Input(8), Dense(8), Dense(8, {|DSLN0058:From = Input|})", "CS0103", "Dense does not take From = Input. Write the name as a string: From = \"Input\".")]
    [InlineData("{|DSLN0058:Input(32, 1, 28, 28)|}, Flatten", "CS1729", "Input does not take four lengths. Shapes are those of one sample, without the batch: write [Input(1, 28, 28)].")]
    [InlineData("Input({|DSLN0058:null|}, 28, 28), Conv1D(4, 3)", "CS1503", "Input does not take null. Shapes are those of one sample, without the batch: write [Input(28, 28)].")]
    [InlineData("Input({|DSLN0058:(28, 28)|}), Conv1D(4, 3)", "CS1503", "Input does not take (28, 28). Write [Input(28, 28)].")]
    [InlineData("Input({|DSLN0058:\"image\"|}, 8), Dense(4)", "CS1503", "Input does not take \"image\". Write [Input(8, Name = \"image\")].")]
    [InlineData("Input(8), Dense(2), SoftmaxCrossEntropy({|DSLN0058:ClassWeights = new[] { 1.0, 2.5 }|})", "CS0029", "SoftmaxCrossEntropy does not take ClassWeights = new[] { 1.0, 2.5 }. Write ClassWeights = new float[] { 1.0f, 2.5f }.")]
    [InlineData("Input(8), Dense(4), MeanSquaredError({|DSLN0058:Reduction = \"sum\"|})", "CS0246", "MeanSquaredError does not take Reduction = \"sum\". What it takes by name is From, Of, Weight.")]
    public Task Arguments_have_DslNets_form(string attributes, string error, string message) => Verify(attributes, error, message);

    [Theory]
    [InlineData("{|DSLN0058:Mlp|}", "CS0616", "Mlp does not take the place of an attribute: it is a block. Write [Use<Mlp>].")]
    [InlineData("Use({|DSLN0058:typeof(Mlp)|})", "CS0305", "Use does not take typeof(Mlp). Write [Use<Mlp>].")]
    [InlineData("Repeat({|DSLN0058:typeof(Mlp)|}, 2)", "CS0305", "Repeat does not take typeof(Mlp). Write [Repeat<Mlp>(2)].")]
    public Task Blocks_are_used_by_their_type(string attribute, string error, string message) => Analysis.VerifyAsync(
        $"[Block, Dense(8)] class Mlp;\n[Network, Input(8), {attribute}, Dense(2)] partial class Net;", [error], message);

    private static Task Verify(string attributes, string error, string message) =>
        Analysis.VerifyAsync($"[Network, {attributes}] partial class Net;", error.Split(' '), message);
}
