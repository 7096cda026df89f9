using System.Collections.Immutable;
using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Catalogue;
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
    [InlineData("Conv1d(1, 6, 5, padding: 2)", ": DslNet calls this Conv1D. Write [Conv1D(6, 5, Padding = 2)].")]
    [InlineData("Conv2d(6, kernel_size: 5)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5)].")]
    [InlineData("Conv2d(1, 6, 5, 2, 1)", ": DslNet calls this Conv2D. Write [Conv2D(6, 5, Padding = 1, Stride = 2)].")]
    [InlineData("Conv2d(1, 6, 3, padding = \"same\")", ": DslNet calls this Conv2D. Write [Conv2D(6, 3, Padding = Padding.Same)].")]
    [InlineData("Conv2d(1, 6, 3, groups: 2, dilation: 3)", ": DslNet calls this Conv2D. Write [Conv2D(6, 3, Dilation = 3, Groups = 2)].")]
    [InlineData("DepthwiseConvolution2D(3, depth_multiplier: 2)", ": DslNet calls this DepthwiseConv2D. Write [DepthwiseConv2D(3, Multiplier = 2)].")]
    [InlineData("MaxPool2d(2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(2)].")]
    [InlineData("MaxPool2d(3, 2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(3, Stride = 2)].")]
    [InlineData("MaxPooling2D(pool_size: 2, strides: 2)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(2, Stride = 2)].")]
    [InlineData("AvgPool2d(2)", ": DslNet calls this AvgPool2D. Write [AvgPool2D(2)].")]
    [InlineData("ConvTranspose2d(16, 8, 4, 2, 1)", ": DslNet calls this ConvTranspose2D. Write [ConvTranspose2D(8, 4, Padding = 1, Stride = 2)].")]
    [InlineData("ConvTranspose1d(16, 8, 4, groups: 8, dilation: 2)", ": DslNet calls this ConvTranspose1D. Write [ConvTranspose1D(8, 4, Dilation = 2, Groups = 8)].")]
    [InlineData("Conv2DTranspose(8, 3, dilation_rate: 2)", ": DslNet calls this ConvTranspose2D. Write [ConvTranspose2D(8, 3, Dilation = 2)].")]
    [InlineData("Conv2DTranspose(8, 3, strides: 2, padding: \"same\")", ": DslNet calls this ConvTranspose2D. Write [ConvTranspose2D(8, 3, Padding = Padding.Same, Stride = 2)].")]
    [InlineData("UpSampling2D(2)", ": DslNet calls this Upsample. Write [Upsample(2)].")]
    [InlineData("UpSampling2D(size: 2, interpolation: \"nearest\")", ": DslNet calls this Upsample. Write [Upsample(2)].")]
    [InlineData("upsample(scale_factor: 3)", ": DslNet calls this Upsample. Write [Upsample(3)].")]
    [InlineData("ZeroPad2d(1)", ": DslNet calls this Pad. Write [Pad(1)].")]
    [InlineData("ReflectionPad2d(3)", ": DslNet calls this Pad. Write [Pad(all, Mode = PadMode.Reflect)].")]
    [InlineData("ConstantPad2d(1, 0)", ": the nearest that DslNet has is Pad. Write [Pad(all)] if it will do.")]
    [InlineData("GlobalAvgPool2D", ": DslNet calls this GlobalAvgPool. Write [GlobalAvgPool].")]
    [InlineData("GlobalAveragePooling1D", ": DslNet calls this GlobalAvgPool. Write [GlobalAvgPool].")]
    [InlineData("GlobalMaxPooling2D", ": DslNet calls this GlobalMaxPool. Write [GlobalMaxPool].")]
    [InlineData("AdaptiveMaxPool2d(1)", ": the nearest that DslNet has is GlobalMaxPool. Write [GlobalMaxPool] if it will do.")]
    [InlineData("AdaptiveAvgPool2d(7)", ": DslNet calls this AdaptiveAvgPool2D. Write [AdaptiveAvgPool2D(7)].")]
    [InlineData("AdaptiveAvgPool1d(output_size: 16)", ": DslNet calls this AdaptiveAvgPool1D. Write [AdaptiveAvgPool1D(16)].")]
    [InlineData("MaxPool1d(2)", ": DslNet calls this MaxPool1D. Write [MaxPool1D(2)].")]
    [InlineData("MaxPooling1D(pool_size: 2, padding: \"same\")", ": DslNet calls this MaxPool1D. Write [MaxPool1D(2, Padding = Padding.Same)].")]
    [InlineData("AvgPool1d(3, 1, 1)", ": DslNet calls this AvgPool1D. Write [AvgPool1D(3, Padding = 1, Stride = 1)].")]
    [InlineData("GlobalAveragePooling2D", ": DslNet calls this GlobalAvgPool. Write [GlobalAvgPool].")]
    [InlineData("Relu", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("Relu()", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("relu", ": DslNet calls this ReLU. Write [ReLU].")]
    [InlineData("LeakyRelu(0.2)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = 0.2f)].")]
    [InlineData("Gelu", ": DslNet calls this GELU. Write [GELU].")]
    [InlineData("Gelu(\"tanh\")", ": DslNet calls this GELU. Write [GELU(Approximate = true)].")]
    [InlineData("Gelu(approximate: \"none\")", ": DslNet calls this GELU. Write [GELU].")]
    [InlineData("Gelu(approximate: true)", ": DslNet calls this GELU. Write [GELU(Approximate = true)].")]
    [InlineData("Swish", ": DslNet calls this SiLU. Write [SiLU].")]
    [InlineData("Softmax2d", ": DslNet calls this Softmax. Write [Softmax].")]
    [InlineData("Logsoftmax(dim: 1)", ": DslNet calls this LogSoftmax. Write [LogSoftmax].")]
    [InlineData("RReLU", ": the nearest that DslNet has is LeakyReLU. Write [LeakyReLU] if it will do.")]
    [InlineData("mish", ": DslNet calls this Mish. Write [Mish].")]
    [InlineData("Relu6", ": DslNet calls this ReLU6. Write [ReLU6].")]
    [InlineData("Selu", ": DslNet calls this SELU. Write [SELU].")]
    [InlineData("Celu(0.5)", ": DslNet calls this CELU. Write [CELU(Alpha = 0.5f)].")]
    [InlineData("Hardsigmoid", ": DslNet calls this HardSigmoid. Write [HardSigmoid].")]
    [InlineData("Hardswish()", ": DslNet calls this HardSwish. Write [HardSwish].")]
    [InlineData("HardSilu", ": DslNet calls this HardSwish. Write [HardSwish].")]
    [InlineData("Hardtanh(-2, 0.5)", ": DslNet calls this HardTanh. Write [HardTanh(MaxValue = 0.5f, MinValue = -2)].")]
    [InlineData("SoftSign", ": DslNet calls this Softsign. Write [Softsign].")]
    [InlineData("Logsigmoid", ": DslNet calls this LogSigmoid. Write [LogSigmoid].")]
    [InlineData("Hardshrink(0.25)", ": DslNet calls this HardShrink. Write [HardShrink(Lambda = 0.25f)].")]
    [InlineData("SoftShrink(threshold: 0.25)", ": DslNet calls this Softshrink. Write [Softshrink(Lambda = 0.25f)].")]
    [InlineData("threshold(0.1, 20)", ": DslNet calls this Threshold. Write [Threshold(0.1, 20)].")]
    [InlineData("ThresholdedReLU(0.5)", ": DslNet calls this Threshold. Write [Threshold(theta, 0)].")]
    [InlineData("PRelu", ": DslNet calls this PReLU. Write [PReLU].")]
    [InlineData("PRelu(1, 0.1)", ": DslNet calls this PReLU. Write [PReLU(InitialValue = 0.1f)].")]
    [InlineData("PRelu(init: 0.1, PerChannel = true)", ": DslNet calls this PReLU. Write [PReLU(InitialValue = 0.1f, PerChannel = true)].")]
    [InlineData("PRelu(64)", ": the nearest that DslNet has is PReLU, which with PerChannel = true has as many slopes as there are channels. Write [PReLU] if it will do.")]
    [InlineData("embedding(8)", ": DslNet calls this Embedding, whose vocabulary [Tokens(vocabulary)] declares. Write [Embedding(8)].")]
    [InlineData("embedding(27, 8)", ": DslNet calls this Embedding, whose vocabulary [Tokens(vocabulary)] declares. Write [Embedding(8)].")]
    [InlineData("embedding(27, 8, padding_idx: 0)", ": DslNet calls this Embedding, whose vocabulary [Tokens(vocabulary)] declares. Write [Embedding(8, PaddingIndex = 0)].")]
    [InlineData("EmbeddingLayer(input_dim: 27, output_dim: 8)", ": DslNet calls this Embedding, whose vocabulary [Tokens(vocabulary)] declares. Write [Embedding(8)].")]
    [InlineData("EmbeddingBag(27, 8)", " in DslNet so far. Write [Embedding(features)] behind [Tokens(vocabulary, Length = …)], and [GlobalAvgPool] behind that.")]
    [InlineData("OneHot(12)", " in DslNet so far. Declare [Tokens(vocabulary)], and behind it [Embedding(features)], which learns a vector for each.")]
    [InlineData("Dropout2d(0.5)", ": the nearest that DslNet has is Dropout. Write [Dropout(probability)] if it will do.")]
    [InlineData("MSE", ": DslNet calls this MeanSquaredError. Write [MeanSquaredError].")]
    [InlineData("MSELoss()", ": DslNet calls this MeanSquaredError. Write [MeanSquaredError].")]
    [InlineData("L1Loss", ": DslNet calls this MeanAbsoluteError. Write [MeanAbsoluteError].")]
    [InlineData("LeakyRelu(-.2D)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = -.2f)].")]
    [InlineData("LeakyRelu(0.2f)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = 0.2f)].")]
    [InlineData("LeakyRelu(alpha: 1)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = 1)].")]
    [InlineData("LeakyRelu((float)(1 / 8.0))", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = (float)(1 / 8.0))].")]
    [InlineData("LeakyRelu(1 / 8.0)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = (float)(1 / 8.0))].")]
    [InlineData("LeakyRelu(System.Math.PI)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = (float)System.Math.PI)].")]
    [InlineData("LeakyRelu(1e40)", ": DslNet calls this LeakyReLU. Write [LeakyReLU(NegativeSlope = slope)].")]
    [InlineData("Elu(2.5)", ": DslNet calls this ELU. Write [ELU(Alpha = 2.5f)].")]
    [InlineData("HuberLoss(delta: 0.5)", ": DslNet calls this Huber. Write [Huber(Delta = 0.5f)].")]
    [InlineData("Linear(4, InitialBias = 0.1, InitialValue = 0.5)", ": DslNet calls this Dense. Write [Dense(4, InitialBias = 0.1f, InitialValue = 0.5f)].")]
    [InlineData("Linear(4, true)", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("Linear(4.0)", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("Linear(4, bias: 0)", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("Linear(4, Name = null)", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("Linear(4, Stride = 2)", ": DslNet calls this Dense. Write [Dense(outputs)].")]
    [InlineData("MSELoss(Name = \"Loss\")", ": DslNet calls this MeanSquaredError. Write [MeanSquaredError].")]
    [InlineData("DropoutLayer(0.5)", ": DslNet calls this Dropout. Write [Dropout(0.5)].")]
    [InlineData("SoftmaxLayer(dim: 1)", ": DslNet calls this Softmax. Write [Softmax].")]
    [InlineData("SoftmaxLayer(axis: -1)", ": DslNet calls this Softmax. Write [Softmax].")]
    [InlineData("SoftmaxLayer(dim: 0)", ": the nearest that DslNet has is Softmax, which normalizes over features or channels. Write [Softmax] if it will do.")]
    [InlineData("AvgPool2d(3, 1, 1)", ": DslNet calls this AvgPool2D. Write [AvgPool2D(3, Padding = 1, Stride = 1)].")]
    [InlineData("AvgPool2d(3, 2, 1, true, false)", ": DslNet calls this AvgPool2D. Write [AvgPool2D(3, CeilMode = true, CountIncludePad = false, Padding = 1, Stride = 2)].")]
    [InlineData("MaxPool2d(3, 2, ceil_mode: true)", ": DslNet calls this MaxPool2D. Write [MaxPool2D(3, CeilMode = true, Stride = 2)].")]
    [InlineData("AveragePooling2D(3, 1, \"valid\")", ": DslNet calls this AvgPool2D. Write [AvgPool2D(3, Stride = 1)].")]
    [InlineData("AveragePooling2D(3, 1, \"same\")", ": the nearest that DslNet has is AvgPool2D, which counts padding in its means unless CountIncludePad = false. Write [AvgPool2D(kernel)] if it will do.")]
    [InlineData("AveragePooling2D(pool_size: 3, padding: \"SAME\")", ": the nearest that DslNet has is AvgPool2D, which counts padding in its means unless CountIncludePad = false. Write [AvgPool2D(kernel)] if it will do.")]
    [InlineData("AveragePool(3, Padding = 1)", ": the nearest that DslNet has is AvgPool2D, which counts padding in its means unless CountIncludePad = false. Write [AvgPool2D(kernel)] if it will do.")]
    [InlineData("AvgPool2d(3, padding = Padding.Same)", ": the nearest that DslNet has is AvgPool2D, which counts padding in its means unless CountIncludePad = false. Write [AvgPool2D(kernel)] if it will do.")]
    [InlineData("MaxPooling2D(3, 1, \"same\")", ": DslNet calls this MaxPool2D. Write [MaxPool2D(3, Padding = Padding.Same, Stride = 1)].")]
    [InlineData("SmoothL1Loss", ": DslNet calls this SmoothL1. Write [SmoothL1].")]
    [InlineData("SmoothL1Loss(beta: 0.5)", ": DslNet calls this SmoothL1. Write [SmoothL1(Beta = 0.5f)].")]
    [InlineData("KLDivLoss", ": DslNet calls this KLDivergence, of logarithms, as a mean over the batch. Write [KLDivergence].")]
    [InlineData("PoissonNLLLoss", ": DslNet calls this Poisson, of the logarithm of the expectation. Write [Poisson].")]
    [InlineData("CosineEmbeddingLoss", ": DslNet calls this CosineEmbedding, which is 1 less the cosine. Write [CosineEmbedding].")]
    [InlineData("HingeLoss", ": DslNet calls this Hinge, which takes 1 and -1. Write [Hinge].")]
    [InlineData("hinge", ": DslNet calls this Hinge, which takes 1 and -1. Write [Hinge].")]
    [InlineData("L2Loss", ": the nearest that DslNet has is MeanSquaredError. Write [MeanSquaredError] if it will do.")]
    [InlineData("CrossEntropyLoss", ": DslNet calls this SoftmaxCrossEntropy, which applies the softmax itself. Write [SoftmaxCrossEntropy].")]
    [InlineData("BCELoss", ": DslNet calls this BinaryCrossEntropy, which applies the sigmoid itself. Write [BinaryCrossEntropy].")]
    [InlineData("Concatenate(\"Dense1\")", ": DslNet calls this Concat. Write [Concat(\"the other layer's name\")].")]
    [InlineData("LayerNormalization(epsilon: 1e-3, center: false)", ": DslNet calls this LayerNorm, which normalizes over all values of a sample, or with PerPosition = true over the channels at each position. Write [LayerNorm(Bias = false, Epsilon = 1e-3f)].")]
    [InlineData("Layernorm(64, eps: 1e-6)", ": DslNet calls this LayerNorm, which normalizes over all values of a sample, or with PerPosition = true over the channels at each position. Write [LayerNorm(Epsilon = 1e-6f)].")]
    [InlineData("RMSNormalization", ": DslNet calls this RMSNorm, which normalizes over all values of a sample, or with PerPosition = true over the channels at each position. Write [RMSNorm].")]
    [InlineData("GroupNormalization(4)", ": DslNet calls this GroupNorm. Write [GroupNorm(4)].")]
    [InlineData("InstanceNorm2d(64, affine: true)", ": DslNet calls this InstanceNorm. Write [InstanceNorm(Affine = true)].")]
    [InlineData("BatchNorm2d(6)", ": DslNet calls this BatchNorm. Write [BatchNorm].")]
    [InlineData("BatchNorm1d(6, eps: 1e-3, momentum: 0.2)", ": DslNet calls this BatchNorm. Write [BatchNorm(Epsilon = 1e-3f, Momentum = 0.2f)].")]
    [InlineData("BatchNorm1d(6, affine: false)", ": DslNet calls this BatchNorm. Write [BatchNorm].")]
    [InlineData("batchnorm", ": DslNet calls this BatchNorm. Write [BatchNorm].")]
    [InlineData("BatchNormalization(-1, 0.99)", ": DslNet calls this BatchNorm, whose Momentum is the share of a step: 0.01 where Keras has 0.99. Write [BatchNorm(Momentum = 0.01f)].")]
    [InlineData("BatchNormalization(momentum: 0.9, epsilon: 1e-3)", ": DslNet calls this BatchNorm, whose Momentum is the share of a step: 0.01 where Keras has 0.99. Write [BatchNorm(Epsilon = 1e-3f, Momentum = 0.1f)].")]
    [InlineData("LocalResponseNorm(6)", " in DslNet so far. Use [LayerNorm], which normalizes each sample by itself.")]
    [InlineData("Bidirectional(128)", " in DslNet so far. Write [LSTM(hidden, Bidirectional = true)], or the same of [GRU] or [RNN].")]
    [InlineData("LSTMCell(8, 128)", ": DslNet calls this LSTM, which reads the frames of [Sequence(features)]. Write [LSTM(128)].")]
    [InlineData("SimpleRNN(units: 16)", ": DslNet calls this RNN, which reads the frames of [Sequence(features)]. Write [RNN(16)].")]
    [InlineData("CausalConv1d(6, 5)", ": DslNet calls this CausalConv1D, which reads the frames of [Sequence(features)]. Write [CausalConv1D(6, 5)].")]
    [InlineData("causalConvolution1D(6, kernel_size: 5, dilation_rate: 2)", ": DslNet calls this CausalConv1D, which reads the frames of [Sequence(features)]. Write [CausalConv1D(6, 5, Dilation = 2)].")]
    [InlineData("LastTimeStep", ": DslNet calls this LastFrame, which makes one value of all frames. Write [LastFrame].")]
    [InlineData("TimeDelay", ": DslNet calls this Delay. Write [Delay(frames)].")]
    [InlineData("ActivationLayer(\"relu\")", " in DslNet so far. Write the activation itself, such as [ReLU], or [Activation(nameof(F))] with a static method of your own.")]
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

        // What the fix writes compiles, and is offered where the message is certain.
        string replacement = Assert.Single(found, problem => problem.Id == "DSLN0020").Properties["Replacement"]!;
        if (replacement.Length > 0 && !message.StartsWith(": DslNet has", StringComparison.Ordinal))
            Assert.EndsWith($"Write [{replacement}].", message);
        if (replacement.Length > 0)
            Assert.Empty(Analysis.CompilerErrors(NetworkSource.Compile(NetworkSource.Class($"[Input(4), {replacement}]"))));
        else
            Assert.DoesNotMatch(@"Write \[\w+\([-\d.]", message);
    }

    /// <summary>What DslNet did not have before, and was said to be nearest to something else, is itself.</summary>
    [Fact]
    public void No_name_of_its_own_means_another() =>
        Assert.All(CatalogueNames.All, name => Assert.Equal(name, ForeignNames.Find(name)?.Meant ?? name));

    /// <summary>The properties that a replacement may set are those that the attribute has.</summary>
    [Fact]
    public void Properties_are_those_of_the_attributes()
    {
        static IEnumerable<string> SettableOf(string name) =>
            CatalogueNames.AttributeOf(name).GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name);

        string[] all = [.. CatalogueNames.All.SelectMany(SettableOf).Distinct()];
        Assert.Contains("NegativeSlope", all);
        foreach (string name in CatalogueNames.All)
            Assert.Equal(SettableOf(name).Order(), all.Where(property => ForeignArguments.HasProperty(name, property)).Order());
    }

    /// <summary>Whatever the forms in which a name is used, the compiler has nothing to say.</summary>
    [Theory]
    [InlineData("{|DSLN0020:Linear(in_features: 4, out_features: 3)|}, {|DSLN0020:Linear(4, 3)|}")]
    [InlineData("{|DSLN0020:Linear(4, 3)|}, {|DSLN0020:Linear(units: 3, bias: true)|}, {|DSLN0020:Linear(3, bias: false)|}")]
    [InlineData("{|DSLN0020:Linear(in_features: 4, out_features: 3)|}, {|DSLN0020:Linear(out_features: 3, in_features: 4, Name = \"Head\")|}")]
    [InlineData("{|DSLN0020:Linear(units: 3, name: 1)|}, {|DSLN0020:Linear(3, 4, 5)|}, {|DSLN0020:Linear|}")]
    public Task All_forms_of_a_name_are_told(string attributes) =>
        Analysis.VerifyUseAsync($"[Network, Input(4), {attributes}] partial class One;");

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

    /// <summary>A word that other generators may have an attribute for is the compiler's to tell, and what was meant the analyzer's.</summary>
    [Theory]
    [InlineData("View(3, 4)", "[View]: DslNet calls this Reshape. Write [Reshape(channels, height, width)].")]
    [InlineData("Identity", "[Identity] in DslNet so far. Leave it out: it changes nothing.")]
    [InlineData("Module", "[Module] in DslNet so far. Write the layers themselves, one attribute after the other.")]
    public Task Common_words_are_told(string attribute, string message) => Analysis.VerifyUseAsync(
        $"[Network, Input(4), {{|DSLN0020:{attribute}|}}, Dense(3)] partial class One;", ["CS0246"], ["There is no " + message]);

    /// <summary>An attribute of another generator, which this one cannot see, is what the class gets, and the network is whole.</summary>
    [Fact]
    public async Task Other_generators_may_have_common_words()
    {
        CSharpCompilation written = NetworkSource.Compile(
            "using DslNet;\nusing Other;\nSystem.Console.WriteLine();\n[Network, Input(4), Dense(3), View(\"a\"), Module] partial class Net;")
            .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator(), new OtherGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)written.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation after, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);
        var compilation = (CSharpCompilation)after;
        Assert.Empty(reported);
        Assert.Empty(Analysis.CompilerErrors(compilation));
        Assert.DoesNotContain(await Analysis.RunAsync(compilation), problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.Equal(
            ["Other.ViewAttribute", "Other.ModuleAttribute"],
            compilation.GetTypeByMetadataName("Net")!.GetAttributes().TakeLast(2).Select(attribute => attribute.AttributeClass!.ToDisplayString()));
        Assert.NotEmpty(compilation.GetTypeByMetadataName("Net")!.GetMembers("Dense1"));
    }

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
    [InlineData("[Input(4), Linear(3), Linear(in_features: 4, out_features: 3), Dense(0)]")]
    [InlineData("[Input(4), Dense(3, Activation = \"relu\")]", "DSLN0058")]
    [InlineData("[Input(4), Linear(in_features: 4, 3)]", "DSLN0020")]
    [InlineData("[Input(4), Linear(units: 3, units: 4)]", "DSLN0020")]
    [InlineData("[Input(4), Conv2d(6, (3, 3))]", "DSLN0020")]
    [InlineData("[Input(4), Conv2d(6, [3, 3])]", "DSLN0020")]
    public void The_generator_reports_what_analyzers_could_not(string attributes, params string[] expected)
    {
        CSharpCompilation compilation = NetworkSource.Compile(NetworkSource.Class(attributes), "using DslNet;\n[Network, Input(2), Dense(-1)] partial class Another;");
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);

        // A mistake in another network is hidden as well.
        string[] all = expected.Length == 0 ? [] : [.. expected.Append("DSLN0050").Order(StringComparer.Ordinal)];
        Assert.Equal(all, reported.Select(problem => problem.Id).OrderBy(id => id, StringComparer.Ordinal));
        Assert.All(reported, problem => Assert.Matches(@"^Source\d\.cs\(2,|^Source0\.cs\(3,", problem.ToString()));
        Assert.Equal(expected.Length > 0, Analysis.CompilerErrors((CSharpCompilation)after).Any());
    }

    /// <summary>Supplies attributes after DslNet's generator has looked.</summary>
    private sealed class OtherGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource(
            "Other.g.cs",
            """
            namespace Other;
            sealed class ViewAttribute(string name) : System.Attribute { public string Name => name; }
            sealed class ModuleAttribute : System.Attribute;
            """));
    }
}
