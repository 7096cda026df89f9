namespace DslNet.Generators.Tests.Parsing;

/// <summary>Networks that together have every layer and every loss of the language; a meta-test holds that none is missing.</summary>
internal static class EveryLayer
{
    /// <summary>Every layer.</summary>
    public const string Layers =
        """
        [Input(1, 28, 28), Conv2D(6, 5, Padding = Padding.Same, Name = "C"), LeakyReLU, MaxPool2D(2), AvgPool2D(2), ELU, Conv2D(6, 3), GELU,
         Dropout(0.5), Add("GELU1"), Concat("Add1"), GlobalAvgPool2D(Name = "Means"), Flatten(From = "Concat1"), Dense(10), SiLU, Dense(10), Mish, Dense(10), Softplus,
         Dense(10), Tanh, Dense(10), Sigmoid, Dense(10), Softmax, Dense(10), PReLU, Dense(10), ReLU, Concat("Means"), Huber(Delta = 0.5f)]
        """;

    /// <summary>One network with every layer, and one for each loss that it has not.</summary>
    public static IReadOnlyList<string> Networks { get; } =
    [
        Layers,
        "[Input(4), Dense(3), MeanSquaredError]",
        "[Input(4), Dense(3), MeanAbsoluteError]",
        "[Input(4), Dense(3), BinaryCrossEntropy]",
        "[Input(4), Dense(3), SoftmaxCrossEntropy]",
    ];
}
