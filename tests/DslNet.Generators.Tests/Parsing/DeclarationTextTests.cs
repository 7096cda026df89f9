using System.Globalization;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Layers write themselves as they were declared.</summary>
public sealed class DeclarationTextTests
{
    [Theory]
    [InlineData("Conv2D(6, 5)")]
    [InlineData("Conv2D(6, 5, 3, Stride = 2, Padding = 1)")]
    [InlineData("Conv2D(6, 5, Padding = Padding.Same, Bias = false, Initializer = Initializer.LeCunUniform)")]
    [InlineData("Conv2D(6, 5, Initializer = Initializer.Constant, InitialValue = -0.5f, InitialBias = 1)")]
    [InlineData("Conv2D(6, 5, Padding = 1, Dilation = 2, Bias = false)")]
    [InlineData("Conv2D(6, 5, Stride = 2, Groups = 3)")]
    [InlineData("Conv1D(6, 5, Dilation = 2)")]
    [InlineData("DepthwiseConv2D(3, 5, Multiplier = 2, Stride = 2)")]
    [InlineData("DepthwiseConv1D(3, Padding = Padding.Same)")]
    [InlineData("MaxPool2D(2)")]
    [InlineData("AvgPool2D(2, 3, Stride = 1, Padding = 1)")]
    [InlineData("MaxPool2D(3, Stride = 2, CeilMode = true)")]
    [InlineData("AvgPool2D(3, Padding = 1, CeilMode = true, CountIncludePad = false)")]
    [InlineData("AdaptiveAvgPool2D(3)")]
    [InlineData("AdaptiveAvgPool2D(3, 2)")]
    [InlineData("GlobalAvgPool")]
    [InlineData("GlobalMaxPool")]
    [InlineData("ConvTranspose2D(6, 3, Stride = 2, Padding = 1, OutputPadding = 1)")]
    [InlineData("ConvTranspose2D(6, 3, Dilation = 2, Groups = 3)")]
    [InlineData("ConvTranspose2D(6, 3, 2, Padding = Padding.Same, Bias = false)")]
    [InlineData("Upsample(2)")]
    [InlineData("Upsample(2, 1, Mode = UpsampleMode.Bilinear)")]
    [InlineData("Pad(2)")]
    [InlineData("Pad(2, 1, Mode = PadMode.Reflect)")]
    [InlineData("Pad(left: 3)")]
    [InlineData("Pad(top: 1, left: 2, right: 3, Mode = PadMode.Replicate)")]
    [InlineData("Flatten")]
    [InlineData("Dropout(0.1)")]
    [InlineData("Dropout(1E-05)")]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU")]
    [InlineData("LeakyReLU(NegativeSlope = 0.2f)")]
    [InlineData("ELU")]
    [InlineData("ELU(Alpha = 2)")]
    [InlineData("CELU")]
    [InlineData("HardTanh")]
    [InlineData("HardTanh(MinValue = -2, MaxValue = 0.5f)")]
    [InlineData("HardShrink(Lambda = 0.25f)")]
    [InlineData("Threshold(0.1, 20)")]
    [InlineData("Threshold(0, 0)")]
    [InlineData("GELU")]
    [InlineData("GELU(Approximate = true)")]
    [InlineData("SiLU")]
    [InlineData("Softplus")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softmax")]
    [InlineData("LogSoftmax")]
    [InlineData("Add(\"Input\")")]
    [InlineData("Multiply(\"Input\")")]
    [InlineData("Subtract(\"Input\", \"Input\")")]
    [InlineData("Concat(\"Input\", \"Input\")")]
    [InlineData("Concat(\"Input\", Axis = ConcatAxis.Width)")]
    [InlineData("Slice(0, 1)")]
    [InlineData("Reshape(144)")]
    [InlineData("Reshape(12, 12)")]
    [InlineData("Reshape(4, -1, 12)")]
    [InlineData("Embedding(8)")]
    [InlineData("Embedding(8, InitialDeviation = 0.1f)")]
    [InlineData("Embedding(8, PaddingIndex = 0)")]
    [InlineData("Dense(10)", "Flatten, ")]
    [InlineData("Dense(10, Initializer = Initializer.Normal, InitialValue = 0.02f)", "Flatten, ")]
    [InlineData("Dense(10, Inputs = 144, Bias = false)", "Flatten, ")]
    public void As_written(string layer, string before = "")
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            // A culture that writes numbers differently must not show.
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Assert.Equal(layer, NetworkSource.Any($"[Input(1, 12, 12), {before}{layer}]").Nodes[^1].Layer.Declaration);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
