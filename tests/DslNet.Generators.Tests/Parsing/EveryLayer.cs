using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Catalogue;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Networks that together have every layer and every loss of the language; a meta-test holds that none is missing.</summary>
internal static class EveryLayer
{
    /// <summary>Every layer that is no activation, and some of these.</summary>
    public const string Layers =
        """
        [Input(1, 28, 28), Conv2D(6, 5, Padding = Padding.Same, Name = "C"), LeakyReLU, MaxPool2D(2), AvgPool2D(2), ELU, Conv2D(6, 3), BatchNorm, GroupNorm(2), InstanceNorm(Affine = true), GELU,
         Dropout(0.5), Add("GELU1"), Multiply("GELU1"), Subtract("Add1"), Slice(1, 4), Reshape(4, -1, 5), Concat("Subtract1"), GlobalAvgPool(Name = "Means"), Flatten(From = "Concat1"), Dense(10), SiLU, Dense(10), Mish, Dense(10), Softplus,
         Dense(10), Tanh, Dense(10), Sigmoid, Dense(10), Softmax, Dense(10), PReLU, LayerNorm, Dense(10), RMSNorm, ReLU, Concat("Means"), Huber(Delta = 0.5f)]
        """;

    /// <summary>One network with every layer of images but activations that came later, one with every activation, one of signals, and one for each loss that these have not.</summary>
    public static IReadOnlyList<string> Networks { get; } =
    [
        Layers,
        $"[Input(10), {string.Join(", ", CatalogueNames.Layers.Where(IsActivation).Select(name => $"Dense(10), {name}{Arguments(name)}"))}, MeanSquaredError]",
        "[Input(4, 20), Conv1D(6, 5, Stride = 2, Padding = Padding.Same), ReLU, DepthwiseConv1D(3, Multiplier = 2), ReLU, Flatten, Dense(3), MeanSquaredError]",
        "[Input(6, 7, 7), DepthwiseConv2D(3), ReLU, Conv2D(4, 3, Groups = 2), Flatten, Dense(3), MeanSquaredError]",
        """
        [Input(4, 30), MaxPool1D(2), AvgPool1D(3, Stride = 1, Padding = 1, CountIncludePad = false), AdaptiveAvgPool1D(9), ConvTranspose1D(3, 4, Stride = 2, OutputPadding = 1), GlobalMaxPool(Name = "Peaks"), Dense(4), MeanSquaredError]
        """,
        "[Input(2, 9, 9), AdaptiveAvgPool2D(4, 3), Upsample(2, Mode = UpsampleMode.Bilinear), Pad(1, 2, Mode = PadMode.Replicate), ConvTranspose2D(4, 2, Stride = 2, Groups = 2), ConvTranspose2D(8, 2, Dilation = 2, Groups = 4), GlobalMaxPool, Dense(4), MeanSquaredError]",
        "[Tokens(27, Length = 3), Embedding(8, PaddingIndex = 26), Flatten, Dense(4), MeanSquaredError]",
        "[Sequence(3), CausalConv1D(8, 3, Dilation = 2), Tanh, Delay(2), Context(5), Dense(3), MeanSquaredError]",
        "[TokenSequence(27), Embedding(8), Positions(16), CausalAttention(2, 16), CausalAttention(2, 8, Bias = false, Rotary = true), Dense(4), MeanSquaredError]",
        "[Sequence(3), LSTM(8), GRU(5), GRU(4, ResetAfter = false), RNN(3), Dense(3), MeanSquaredError]",
        "[Sequence(3), LSTM(8, Bidirectional = true), GRU(5, Bidirectional = true), GRU(4, ResetAfter = false, Bidirectional = true), RNN(3, Bidirectional = true), Dense(3), MeanSquaredError]",
        "[Sequence(3), GRU(8, Name = \"Memory\"), LastFrame, MaxOverTime(From = \"Memory\"), MeanOverTime(From = \"Memory\"), Concat(\"LastFrame1\", \"MaxOverTime1\"), Dense(3), MeanSquaredError]",
        "[Input(4), Dense(3), MeanAbsoluteError]",
        "[Input(4), Dense(3), BinaryCrossEntropy]",
        "[Input(4), Dense(3), Loss(typeof(Own), nameof(Own.Pinball), 0.9)]",
        "[Input(4), Dense(2), Loss(typeof(Own), nameof(Own.Gaussian))]",
        "[Input(4), Dense(3), SoftmaxCrossEntropy]",
        "[Input(4), Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1f, ClassWeights = new float[] { 1, 2, 0.5f }, IgnoreLabel = -1)]",
        "[Input(4), Dense(3), SmoothL1]",
        "[Input(4), Dense(3), KLDivergence]",
        "[Input(4), Dense(3), Hinge]",
        "[Input(4), Dense(3), CosineEmbedding]",
        "[Input(4), Dense(3), Poisson]",
    ];

    /// <summary>What must be written.</summary>
    internal static string Arguments(string name) => name == "Activation" ? "(typeof(Own), nameof(Own.Snake))" :
        CatalogueNames.AttributeOf(name).GetConstructors()[0].GetParameters() is { Length: > 0 } parameters ? $"({string.Join(", ", parameters.Select(_ => "1"))})" : "";

    private static bool IsActivation(string name) => LayerCatalogue.Default(name + "Attribute").IsActivation;
}
