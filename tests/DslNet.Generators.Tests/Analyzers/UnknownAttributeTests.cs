using System.Collections.Immutable;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0020: names that other libraries have, and misspelt ones. The compiler has nothing to add, and hides nothing.</summary>
public sealed class UnknownAttributeTests
{
    [Theory]
    [InlineData("Linear(784, 128)", ": DslNet calls this Dense. Write [Dense(128)].")]
    [InlineData("Linear(128)", ": DslNet calls this Dense. Write [Dense(128)].")]
    [InlineData("Linear(784, 128, bias: false)", ": DslNet calls this Dense. Write [Dense(128, Bias = false)].")]
    [InlineData("Linear(in_features: 784, out_features: 128)", ": DslNet calls this Dense. Write [Dense(128)].")]
    [InlineData("Linear(in_features = 784, out_features = 128, Name = \"Head\")", ": DslNet calls this Dense. Write [Dense(128, Name = \"Head\")].")]
    [InlineData("Linear", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("FC(10)", ": DslNet calls this Dense. Write [Dense(10)].")]
    [InlineData("Conv2d(1, 6, 5)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5)].")]
    [InlineData("Conv2d(6, 5)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5)].")]
    [InlineData("Conv2d(1, 6, kernel_size: 5, padding: 2)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5, Padding = 2)].")]
    [InlineData("Conv2d(6, kernel_size: 5)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5)].")]
    [InlineData("Conv2d(1, 6, 5, 2, 1)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5, Padding = 1, Stride = 2)].")]
    [InlineData("Conv2d(1, 6, 3, padding = \"same\")", ": DslNet calls this Conv2D. Write [Conv2D(6, 3, Padding = Padding.Same)].")]
    [InlineData("Conv2d(1, 6, 3, groups: 2)", ": DslNet calls this Conv2D. Write [Conv2D(filters, kernel)].")]
    [InlineData("MaxPool2d(2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(2)].")]
    [InlineData("MaxPool2d(3, 2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(3, Stride = 2)].")]
    [InlineData("MaxPooling2D(pool_size: 2, strides: 2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(2, Stride = 2)].")]
    [InlineData("AvgPool2d(2)", ": DslNet calls this AvgPool2D. Write [AvgPool2D(2)].")]
    [InlineData("GlobalAveragePooling2D", ": DslNet calls this GlobalAvgPool2D. Write [GlobalAvgPool2D].")]
    [InlineData("Relu", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("Relu()", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("relu", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("LeakyRelu(0.2)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = 0.2)].")]
    [InlineData("Gelu", ": DslNet calls this GELU. Write [GELU].")]
    [InlineData("Swish", ": DslNet calls this SiLU. Write [SiLU].")]
    [InlineData("Softmax2d", ": DslNet calls this Softmax. Write [Softmax].")]
    [InlineData("Mish", ": the nearest that DslNet has is SiLU. Write [SiLU] if it will do.")]
    [InlineData("Dropout2d(0.5)", ": the nearest that DslNet has is Dropout. Write [Dropout(probability)] if it will do.")]
    [InlineData("MSE", ": DslNet calls this MeanSquaredError. Write [MeanSquaredError].")]
    [InlineData("MSELoss()", ": DslNet calls this MeanSquaredError. Write [MeanSquaredError].")]
    [InlineData("L1Loss", ": DslNet calls this MeanAbsoluteError. Write [MeanAbsoluteError].")]
    [InlineData("SmoothL1Loss", ": DslNet calls this Huber. Write [Huber].")]
    [InlineData("CrossEntropyLoss", ": DslNet calls this SoftmaxCrossEntropy, which applies the softmax itself. Write [SoftmaxCrossEntropy].")]
    [InlineData("BCELoss", ": DslNet calls this BinaryCrossEntropy, which applies the sigmoid itself. Write [BinaryCrossEntropy].")]
    [InlineData("Concatenate(\"Dense1\")", ": DslNet calls this Concat. Write [Concat(\"the other layer's name\")].")]
    [InlineData("BatchNorm", " in DslNet so far. Leave it out, and scale the inputs instead; Initializer = Initializer.HeNormal keeps what follows a ReLU in range.")]
    [InlineData("BatchNorm2d(6)", " in DslNet so far. Leave it out, and scale the inputs instead; Initializer = Initializer.HeNormal keeps what follows a ReLU in range.")]
    [InlineData("LSTM(128)", " in DslNet so far. Give all steps of a sequence as one [Input], and read them with [Dense], or with [Conv2D] as an image of height 1.")]
    [InlineData("Conv1D(6, 5)", " in DslNet so far. Declare [Input(channels, 1, length)], and write [Conv2D] with a window of height 1.")]
    [InlineData("Activation(\"relu\")", " in DslNet so far. Write the activation itself, such as [ReLU].")]
    [InlineData("Danse(4)", ": DslNet has Dense. Write [Dense].")]
    [InlineData("Desne(4)", ": DslNet has Dense. Write [Dense].")]
    [InlineData("Conv2DD(4, 3)", ": DslNet has Conv2D. Write [Conv2D].")]
    [InlineData("dense(4)", ": DslNet has Dense. Write [Dense].")]
    [InlineData("LinearAttribute(4)", ": DslNet calls this Dense. Write [Dense(4)].")]
    [InlineData("DslNet.Linear(4)", ": DslNet calls this Dense. Write [Dense(4)].")]
    public async Task It_is_told_what_was_meant(string attribute, string message)
    {
        CSharpCompilation compilation = Analysis.Generate(NetworkSource.Compile(NetworkSource.Class($"[Input(4), Dense(3), {attribute}, Tanh(From = \"Nobody\")]")));
        Assert.Empty(Analysis.CompilerErrors(compilation));
        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(compilation);
        string name = attribute.Split('(')[0].Replace("DslNet.", "", StringComparison.Ordinal).Replace("Attribute", "", StringComparison.Ordinal);
        Assert.Contains($"There is no [{name}]{message}", found.Select(problem => problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(found, problem => problem.Id == "DSLN0012");
    }

    /// <summary>What one of them means is told, whoever uses the same name elsewhere in another form.</summary>
    [Fact]
    public Task Several_uses_of_a_name_are_told() => Analysis.VerifyUseAsync(
        """
        [Network, Input(4), {|DSLN0020:Linear(4, 3)|}, {|DSLN0020:Relu|}, {|DSLN0020:Linear(2)|}, {|DSLN0020:MSE|}] partial class One;
        namespace Other.Place
        {
            [Network, Input(4), {|DSLN0020:Linear(4, 3, @bias: true)|}, {|DSLN0020:Linear(@params = 3)|}] partial class Two;
        }
        """);

    /// <summary>An attribute of which nothing is known is the compiler's to tell; the command line would then ask no analyzer.</summary>
    [Theory]
    [InlineData("[Input(4), Whatever(3), Dense(0)]", "DSLN0050")]
    [InlineData("[Input(4), Whatever(3), Linear(2)]", "DSLN0020")]
    [InlineData("[Input(4), Other.Linear(3), Dense(0)]", "DSLN0020", "DSLN0050")]
    [InlineData("[Input(4), Dense(\"3\"), Dense(0)]", "DSLN0050")]
    [InlineData("[Input(4), Budget(Parameters = Nobody), Dense(0)]", "DSLN0050")]
    [InlineData("[Input(4), Dense(0)]")]
    [InlineData("[Input(4), Dense(Net.OutputLength), Dense(0)]")]
    [InlineData("[Input(4), Linear(3), Dense(0)]")]
    public void The_generator_reports_what_analyzers_could_not(string attributes, params string[] expected)
    {
        CSharpCompilation compilation = NetworkSource.Compile(NetworkSource.Class(attributes), "using DslNet;\n[Network, Input(2), Dense(-1)] partial class Another;");
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);

        // A mistake in another network is hidden as well.
        string[] all = expected.Length == 0 ? [] : [.. expected, "DSLN0050"];
        Assert.Equal(all, reported.Select(problem => problem.Id).OrderBy(id => id, StringComparer.Ordinal));
        Assert.All(reported, problem => Assert.Matches(@"^Source\d\.cs\(2,|^Source0\.cs\(3,", problem.ToString()));
        Assert.Equal(expected.Length > 0, Analysis.CompilerErrors((CSharpCompilation)after).Any());
    }
}
