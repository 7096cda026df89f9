using System.Reflection;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Catalogue;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0050 and up: single arguments.</summary>
public sealed class ArgumentRuleTests
{
    [Theory]
    [InlineData("[Input({|DSLN0050:0|}), Dense(1)]", "Input", "Features", "0")]
    [InlineData("[Input(1, 8, {|DSLN0050:-8|}), Conv2D(2, 3)]", "Input", "Width", "-8")]
    [InlineData("[Input(2), Dense(1), Output({|DSLN0050:0|})]", "Output", "Features", "0")]
    [InlineData("[Input(2), Dense({|DSLN0050:0|}), Dense(2)]", "Dense1", "Outputs", "0")]
    [InlineData("[Input(2), Dense(1, {|DSLN0050:Inputs = -1|})]", "Dense1", "Inputs", "-1")]
    [InlineData("[Input(1, 8, 8), Conv2D({|DSLN0050:0|}, 3), Flatten, Dense(1)]", "Conv1", "Filters", "0")]
    [InlineData("[Input(1, 8, 8), Conv2D(2, {|DSLN0050:0|}, Padding = 1)]", "Conv1", "Kernel", "0")]
    [InlineData("[Input(1, 8, 8), Conv2D(2, 3, {|DSLN0050:0|})]", "Conv1", "KernelWidth", "0")]
    [InlineData("[Input(1, 8, 8), Conv2D(kernelWidth: 3, filters: 2, {|DSLN0050:kernelHeight: 0|})]", "Conv1", "KernelHeight", "0")]
    [InlineData("[Input(1, 8, 8), Conv2D(2, 3, {|DSLN0050:Stride = 0|})]", "Conv1", "Stride", "0")]
    [InlineData("[Input(1, 8, 8), Conv2D(2, 3, {|DSLN0050:Dilation = 0|})]", "Conv1", "Dilation", "0")]
    [InlineData("[Input(1, 8), Conv1D(2, 3, {|DSLN0050:Groups = -1|})]", "Conv1", "Groups", "-1")]
    [InlineData("[Input(4, {|DSLN0050:0|}), Conv1D(2, 3)]", "Input", "Length", "0")]
    [InlineData("[Input(1, 8), DepthwiseConv1D({|DSLN0050:0|})]", "DepthwiseConv1", "Kernel", "0")]
    [InlineData("[Input(1, 8, 8), DepthwiseConv2D(3, {|DSLN0050:Multiplier = 0|})]", "DepthwiseConv1", "Multiplier", "0")]
    [InlineData("[Input(1, 8, 8), MaxPool2D({|DSLN0050:-2|})]", "MaxPool1", "Kernel", "-2")]
    [InlineData("[Input(1, 8, 8), AvgPool2D(2, {|DSLN0050:Stride = -1|})]", "AvgPool1", "Stride", "-1")]
    public Task Sizes_are_positive(string attributes, string layer, string argument, string value) => Analysis.VerifyNetworkAsync(
        attributes, $"{layer} has {argument} = {value}, but sizes and strides are at least 1. Write a positive number.");

    [Theory]
    [InlineData("[Input({|DSLN0051:int.MaxValue|}), Dense(1)]", "Input", "Features", "2,147,483,647")]
    [InlineData("[Input(2), Dense({|DSLN0051:300_000_000|}), Dense(2)]", "Dense1", "Outputs", "300,000,000")]
    [InlineData("[Input(1, 8, 8), Conv2D(2, {|DSLN0051:int.MaxValue|}, Padding = 1)]", "Conv1", "Kernel", "2,147,483,647")]
    public Task Sizes_are_not_huge(string attributes, string layer, string argument, string value) => Analysis.VerifyNetworkAsync(
        attributes,
        $"{layer} has {argument} = {value}, but nothing in a network is larger than 268,435,456. Write a smaller number.");

    [Theory]
    [InlineData("50", "50")]
    [InlineData("1", "1")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.NaN", "NaN")]
    public Task Probabilities_are_below_one(string argument, string value) => Analysis.VerifyNetworkAsync(
        $"[Input(2), Dropout({{|DSLN0052:{argument}|}}), Dense(2)]",
        $"Dropout1 has a probability of {value}, but it must be at least 0 and less than 1. Write a fraction, such as 0.5 for one half.");

    [Theory]
    [InlineData("LeakyReLU({|DSLN0053:NegativeSlope = -0.1f|})", "LeakyReLU1 has NegativeSlope = -0.1. Write a finite number of at least 0.")]
    [InlineData("ELU({|DSLN0053:Alpha = float.NaN|})", "ELU1 has Alpha = NaN. Write a finite number of at least 0.")]
    [InlineData("LayerNorm({|DSLN0053:Epsilon = 0|})", "LayerNorm1 has Epsilon = 0. Write a finite number above 0.")]
    [InlineData("RMSNorm({|DSLN0053:Epsilon = -1e-5f|})", "RMSNorm1 has Epsilon = -1E-05. Write a finite number above 0.")]
    [InlineData("GroupNorm(1, {|DSLN0053:Epsilon = 0|})", "GroupNorm1 has Epsilon = 0. Write a finite number above 0.")]
    [InlineData("CELU({|DSLN0053:Alpha = 0|})", "CELU1 has Alpha = 0. Write a finite number above 0.")]
    [InlineData("HardTanh(MinValue = 2, {|DSLN0053:MaxValue = 2|})", "HardTanh1 has MaxValue = 2. Write a finite number above 2.")]
    [InlineData("Softshrink({|DSLN0053:Lambda = -1|})", "Softshrink1 has Lambda = -1. Write a finite number of at least 0.")]
    [InlineData("PReLU({|DSLN0053:InitialValue = float.NaN|})", "PReLU1 has InitialValue = NaN. Write a finite number.")]
    [InlineData("Huber({|DSLN0053:Delta = 0|})", "Huber has Delta = 0. Write a finite number above 0.")]
    [InlineData("Huber({|DSLN0053:Delta = float.PositiveInfinity|})", "Huber has Delta = Infinity. Write a finite number above 0.")]
    [InlineData("SmoothL1({|DSLN0053:Beta = 0|})", "SmoothL1 has Beta = 0. Write a finite number above 0.")]
    [InlineData("BinaryCrossEntropy({|DSLN0053:PositiveWeight = 0|})", "BinaryCrossEntropy has PositiveWeight = 0. Write a finite number above 0.")]
    [InlineData("SoftmaxCrossEntropy({|DSLN0053:LabelSmoothing = 1|})", "SoftmaxCrossEntropy has LabelSmoothing = 1. Write a number of at least 0 and less than 1, such as 0.1.")]
    [InlineData("SoftmaxCrossEntropy({|DSLN0053:LabelSmoothing = -0.1f|})", "SoftmaxCrossEntropy has LabelSmoothing = -0.1. Write a number of at least 0 and less than 1, such as 0.1.")]
    [InlineData("SoftmaxCrossEntropy({|DSLN0053:ClassWeights = new float[] { 1, -2 }|})", "SoftmaxCrossEntropy has ClassWeights[1] = -2. Write a finite number of at least 0.")]
    [InlineData("SoftmaxCrossEntropy({|DSLN0053:ClassWeights = new[] { float.NaN, 1 }|})", "SoftmaxCrossEntropy has ClassWeights[0] = NaN. Write a finite number of at least 0.")]
    [InlineData("SoftmaxCrossEntropy({|DSLN0053:ClassWeights = new float[] { 0, 0 }|})", "SoftmaxCrossEntropy has ClassWeights = 0 for every class. Write a number above 0 for each class that is to be learned.")]
    [InlineData("Dense(2, Initializer = Initializer.Normal, {|DSLN0053:InitialValue = -0.1f|})", "Dense2 has InitialValue = -0.1. Write a finite number above 0.")]
    [InlineData("{|DSLN0053:Dense(2, Initializer = Initializer.Normal)|}", "Dense2 has InitialValue = 0. Write a finite number above 0.")]
    [InlineData("Dense(2, {|DSLN0053:InitialBias = float.NaN|})", "Dense2 has InitialBias = NaN. Write a finite number.")]
    public Task Numbers_are_in_range(string attribute, string message) =>
        Analysis.VerifyNetworkAsync($"[Input(2), Dense(2), {attribute}]", message);

    /// <summary>All that the attributes have, also those of layers and losses that are yet to come.</summary>
    [Fact]
    public void Every_fraction_must_be_finite()
    {
        int tried = 0;
        foreach (string name in CatalogueNames.All)
        {
            Type attribute = CatalogueNames.AttributeOf(name);
            string sizes = string.Concat(attribute.GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? "\"F\", " : parameter.ParameterType.IsArray ? "" : "1, "));
            foreach (PropertyInfo property in attribute.GetProperties().Where(property => property.PropertyType == typeof(float) && property.CanWrite))
            {
                ParsedNetwork parsed = NetworkSource.Parse(NetworkSource.Class($"[Input(1, 1, 1), {name}({sizes}{property.Name} = float.NaN)]"));
                Assert.True(parsed.Problems.Any(problem => problem.Id == RuleIds.NumberOutOfRange), $"{name} takes NaN as its {property.Name}.");
                tried++;
            }
        }

        Assert.True(tried > 5);
    }

    [Theory]
    [InlineData("Conv2D(2, 3, {|DSLN0054:Padding = -2|})", "Conv1 has Padding = -2, but padding cannot be negative. Write 0 to 2, or Padding.Same.")]
    [InlineData("Conv2D(2, 3, 5, {|DSLN0054:Padding = 3|})", "Conv1 has Padding = 3, but padding must be smaller than what the kernel spans, otherwise some outputs see only zeros. Write 0 to 2, or Padding.Same.")]
    [InlineData("Conv2D(2, 1, {|DSLN0054:Padding = 1|})", "Conv1 has Padding = 1, but padding must be smaller than what the kernel spans, otherwise some outputs see only zeros. Leave Padding out: a window of one row and column needs none.")]
    [InlineData("Conv2D(2, 3, {|DSLN0054:Padding = 7|}, Dilation = 3)", "Conv1 has Padding = 7, but padding must be smaller than what the kernel spans, otherwise some outputs see only zeros. Write 0 to 6, or Padding.Same.")]
    [InlineData("MaxPool2D(1, {|DSLN0054:Padding = 1|})", "MaxPool1 has Padding = 1, but a pooling window may extend past the border by at most half its size. Leave Padding out: a window of one row and column needs none.")]
    [InlineData("Conv2D(8, 1, 3, {|DSLN0054:Padding = 1|})", "Conv1 has Padding = 1, but padding must be smaller than what the kernel spans, otherwise some outputs see only zeros. Write Padding.Same, or leave Padding out.")]
    [InlineData("Conv2D(8, 5, 1, {|DSLN0054:Padding = -2|})", "Conv1 has Padding = -2, but padding cannot be negative. Write Padding.Same, or leave Padding out.")]
    [InlineData("MaxPool2D(1, 3, {|DSLN0054:Padding = 1|})", "MaxPool1 has Padding = 1, but a pooling window may extend past the border by at most half its size. Write Padding.Same, or leave Padding out.")]
    [InlineData("MaxPool2D(3, {|DSLN0054:Padding = 2|})", "MaxPool1 has Padding = 2, but a pooling window may extend past the border by at most half its size. Write 0 to 1, or Padding.Same.")]
    public Task Padding_makes_sense(string attribute, string message) =>
        Analysis.VerifyNetworkAsync($"[Input(1, 8, 8), {attribute}]", message);

    [Theory]
    [InlineData("Add")]
    [InlineData("Add()")]
    [InlineData("Concat(null)")]
    public Task Something_must_be_joined(string attribute) => Analysis.VerifyAsync(
        $"#nullable disable\n[Network, Input(2), Dense(2), {{|DSLN0055:{attribute}|}}] partial class Net;",
        attribute.Split('(')[0] + "1 names no other layer to join. Write the names of earlier layers, or \"Input\", as its arguments.");

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public Task Initializers_exist(int value) => Analysis.VerifyNetworkAsync(
        $"[Input(2), Dense(2, {{|DSLN0056:Initializer = (Initializer)({value})|}})]",
        $"Dense1 has Initializer = {value}, which is no member of Initializer. Write one of its members, such as Initializer.HeNormal.");

    [Fact]
    public Task Every_bad_argument_of_a_layer_is_told() => Analysis.VerifyNetworkAsync(
        "[Input(1, 8, 8), Conv2D({|DSLN0050:0|}, {|DSLN0050:-1|}, {|DSLN0051:1_000_000_000|}, {|DSLN0050:Stride = 0|}, {|DSLN0054:Padding = -3|})]");
}
