namespace DslNet.Onnx.Tests.Exporting;

/// <summary>Networks that together have every layer that is exported, as a person declares them.</summary>
internal static class ExportedNetworks
{
    /// <summary>Activations, with arguments where they have some.</summary>
    public static IReadOnlyList<string> Activations { get; } =
    [
        "CELU(Alpha = 0.7f)", "ELU", "ELU(Alpha = 2f)", "GELU", "GELU(Approximate = true)", "HardShrink", "HardSigmoid", "HardSwish", "HardTanh", "HardTanh(MinValue = -0.5f, MaxValue = 2f)", "LeakyReLU", "LeakyReLU(NegativeSlope = 0.2f)", "LogSigmoid",
        "LogSoftmax", "Mish", "PReLU", "PReLU(PerChannel = true)", "ReLU", "ReLU6", "SELU", "SiLU", "Sigmoid", "Softmax", "Softplus", "Softshrink(Lambda = 0.25f)", "Softsign", "Tanh", "Threshold(0.5f, 0)",
    ];

    /// <summary>Networks whose attributes come back as they were.</summary>
    public static IReadOnlyList<string> Same { get; } =
    [
        .. Activations.Select(activation => activation.StartsWith("PReLU", StringComparison.Ordinal) ? $"[Input(6)]\n[Dense(5)]\n[{activation}]" : $"[Input(6)]\n[Dense(5), {activation}]"),
        "[Input(4, 3, 3)]\n[Conv2D(4, 3, Padding = 1)]\n[PReLU(PerChannel = true)]",
        "[Input(3)]\n[Dense(4, Bias = false)]",
        "[Input(2, 9)]\n[Conv1D(6, 3, Stride = 2, Padding = 1), ReLU]\n[DepthwiseConv1D(3, Multiplier = 2)]\n[Conv1D(4, 1, Groups = 2, Bias = false)]",
        "[Input(4, 8, 9)]\n[Conv2D(6, 3, 2, Dilation = 2)]\n[DepthwiseConv2D(3, Stride = 2, Padding = 1)]",
        "[Input(3, 5)]\n[ConvTranspose1D(4, 4, Stride = 2, Padding = 1, OutputPadding = 1)]",
        "[Input(4, 3, 4)]\n[ConvTranspose2D(6, 2, Stride = 2, Groups = 2, Bias = false)]",
        "[Input(2, 9)]\n[MaxPool1D(3, Stride = 2, Padding = 1, CeilMode = true), AvgPool1D(2)]",
        "[Input(2, 9, 8)]\n[AvgPool2D(3, Stride = 2, Padding = 1, CountIncludePad = false), MaxPool2D(2)]",
        "[Input(2, 9, 8)]\n[AvgPool2D(3, 2, Stride = 1, CeilMode = true), GlobalAvgPool]",
        "[Input(3, 4, 2)]\n[GlobalMaxPool]\n[Dense(3)]",
        "[Input(3, 4, 2)]\n[BatchNorm]\n[GroupNorm(3)]",
        "[Input(5)]\n[BatchNorm(Momentum = 0.25f, Epsilon = 0.001f)]",
        "[Input(4, 3, 2)]\n[GroupNorm(2, Affine = false)]",
        "[Input(4, 3, 2)]\n[InstanceNorm(Epsilon = 0.001f)]",
        "[Input(4, 3, 2)]\n[InstanceNorm(Affine = true)]",
        "[Input(4, 3, 2)]\n[LayerNorm]\n[LayerNorm(PerPosition = true)]",
        "[Input(4, 3)]\n[LayerNorm(Affine = false, PerPosition = true)]",
        "[Input(6)]\n[LayerNorm(Affine = false)]\n[Dense(3)]\n[LayerNorm(Bias = false)]\n[RMSNorm]\n[Dense(2), RMSNorm(Epsilon = 0.001f, Affine = false)]",
        "[Input(4, 3, 2)]\n[RMSNorm(PerPosition = true)]",
        "[Input(2, 3, 4)]\n[Pad(1, 2, Mode = PadMode.Replicate), Pad(left: 1), MaxPool2D(2), Flatten]",
        "[Input(2, 6)]\n[Pad(2, Mode = PadMode.Reflect), Upsample(2, Mode = UpsampleMode.Bilinear)]",
        "[Input(2, 3, 4)]\n[Upsample(2, 3), Reshape(12, 12)]",
        "[Input(6)]\n[Slice(2, 3)]",
        "[Input(6)]\n[Dense(4), Tanh(Name = \"Tanh1\")]\n[Dense(4)]\n[Add(\"Tanh1\")]\n[Multiply(\"Tanh1\")]\n[Subtract(\"Tanh1\")]\n[Concat(\"Tanh1\")]",
        "[Input(3, 2, 5)]\n[ReLU(Name = \"ReLU1\"), GlobalAvgPool]\n[Dense(3), Sigmoid]\n[Multiply(\"ReLU1\")]",
        "[Input(2, 3)]\n[Tanh(Name = \"Tanh1\"), Sigmoid]\n[Concat(\"Tanh1\", Axis = ConcatAxis.Length)]",
        "[Sequence(3)]\n[LSTM(5)]\n[GRU(4)]\n[GRU(6, ResetAfter = false)]\n[RNN(4)]\n[Dense(2), Tanh]",
        "[Sequence(4)]\n[Dense(6, Bias = false), SiLU(Name = \"SiLU1\")]\n[LSTM(6)]\n[Add(\"SiLU1\")]\n[LayerNorm, Softmax]",
        "[Tokens(27, Length = 3)]\n[Embedding(8)]\n[Conv1D(4, 2), Flatten]\n[Dense(4)]",
        "[Tokens(5)]\n[Embedding(8)]\n[Dense(4)]",
        "[Input(4, Name = \"board\")]\n[Input(3, Name = \"clock\")]\n[Dense(5, From = \"board\", Name = \"Dense1\")]\n[Concat(\"clock\")]\n[Dense(2, Name = \"Dense2\")]\n[Output(\"policy\", From = \"Dense2\")]\n[Output(\"value\", From = \"Dense1\")]",
    ];

    /// <summary>Networks that predict the same, in other attributes.</summary>
    public static IReadOnlyList<string> Equal { get; } =
    [
        "[Input(1, 12, 12)]\n[Conv2D(4, 3, Padding = Padding.Same), ReLU, MaxPool2D(2), Dropout(0.25), Flatten]\n[Dense(10)]",
        "[Input(2, 7)]\n[Conv1D(3, 4, Stride = 2, Padding = Padding.Same)]",
        "[Input(6)]\n[Add(\"Input\", \"Input\")]",
    ];

    /// <summary>Networks that ONNX has operators for, which the import does not take.</summary>
    public static IReadOnlyList<string> OneWay { get; } =
    [
        "[Input(2, 7)]\n[AdaptiveAvgPool1D(3)]",
        "[Input(2, 7, 5)]\n[AdaptiveAvgPool2D(3, 2)]",
        "[Input(6)]\n[Dense(4), Threshold(-0.5f, 2)]",
        "[Sequence(3)]\n[CausalConv1D(8, 3, Dilation = 2), Tanh]\n[Delay(2)]\n[PReLU(PerChannel = true)]\n[RMSNorm]\n[Slice(1, 4)]\n[GRU(3)]",
    ];
}
