namespace DslNet.Onnx.Exporting;

/// <summary>How each layer is written as operators of ONNX: one line each.</summary>
internal static class LayerExports
{
    private const float Sixth = 1f / 6;

    public static IReadOnlyDictionary<string, Action<LayerExport>> All { get; } = new Dictionary<string, Action<LayerExport>>(StringComparer.Ordinal)
    {
        ["AdaptiveAvgPool1D"] = WindowExports.AdaptiveMean,
        ["AdaptiveAvgPool2D"] = WindowExports.AdaptiveMean,
        ["Add"] = layer => ValueExports.Join(layer, "Add"),
        ["AvgPool1D"] = layer => WindowExports.Pool(layer, "AveragePool"),
        ["AvgPool2D"] = layer => WindowExports.Pool(layer, "AveragePool"),
        ["BatchNorm"] = NormalizationExports.Batch,
        ["CELU"] = layer => layer.Write("Celu", [layer.Input], ("alpha", layer.Float("Alpha"))),
        ["CausalConv1D"] = FrameExports.Convolution,
        ["Concat"] = ValueExports.Concat,
        ["Conv1D"] = WindowExports.Convolution,
        ["Conv2D"] = WindowExports.Convolution,
        ["ConvTranspose1D"] = WindowExports.Transposed,
        ["ConvTranspose2D"] = WindowExports.Transposed,
        ["Delay"] = FrameExports.Delay,
        ["Dense"] = ValueExports.Dense,
        ["DepthwiseConv1D"] = WindowExports.Convolution,
        ["DepthwiseConv2D"] = WindowExports.Convolution,
        ["Dropout"] = layer => layer.Write("Identity", [layer.Input]),
        ["ELU"] = layer => layer.Write("Elu", [layer.Input], ("alpha", layer.Float("Alpha"))),
        ["Embedding"] = ValueExports.Embedding,
        ["Flatten"] = layer => layer.Write(layer.IsFrame ? "Identity" : "Flatten", [layer.Input], layer.IsFrame ? [] : [("axis", 1)]),
        ["GELU"] = layer => layer.Write("Gelu", [layer.Input], ("approximate", layer.Flag("Approximate") ? "tanh" : "none")),
        ["GlobalAvgPool"] = layer => layer.Write("Flatten", [layer.Before("GlobalAveragePool", [layer.Input])], ("axis", 1)),
        ["GlobalMaxPool"] = layer => layer.Write("Flatten", [layer.Before("GlobalMaxPool", [layer.Input])], ("axis", 1)),
        ["GRU"] = layer => FrameExports.Recurrent(layer, "GRU", [1, 0, 2]),
        ["GroupNorm"] = NormalizationExports.Group,
        ["HardShrink"] = layer => layer.Write("Shrink", [layer.Input], ("lambd", layer.Float("Lambda")), ("bias", 0f)),
        ["HardSigmoid"] = layer => layer.Write("HardSigmoid", [layer.Input], ("alpha", Sixth), ("beta", 0.5f)),
        ["HardSwish"] = layer => layer.Write("HardSwish", [layer.Input]),
        ["HardTanh"] = layer => layer.Write("Clip", [layer.Input, layer.Scalar(layer.Float("MinValue")), layer.Scalar(layer.Float("MaxValue"))]),
        ["InstanceNorm"] = NormalizationExports.Instance,
        ["LSTM"] = layer => FrameExports.Recurrent(layer, "LSTM", [0, 3, 1, 2]),
        ["LayerNorm"] = NormalizationExports.Row,
        ["LeakyReLU"] = layer => layer.Write("LeakyRelu", [layer.Input], ("alpha", layer.Float("NegativeSlope"))),

        // Log(Sigmoid(x)) is -inf far to the left.
        ["LogSigmoid"] = layer => layer.Write("Neg", [layer.Before("Softplus", [layer.Before("Neg", [layer.Input])])]),
        ["LogSoftmax"] = layer => layer.Write("LogSoftmax", [layer.Input], ("axis", layer.Axis)),
        ["MaxPool1D"] = layer => WindowExports.Pool(layer, "MaxPool"),
        ["MaxPool2D"] = layer => WindowExports.Pool(layer, "MaxPool"),
        ["Mish"] = layer => layer.Write("Mish", [layer.Input]),
        ["Multiply"] = layer => ValueExports.Join(layer, "Mul"),
        ["PReLU"] = ValueExports.Slopes,
        ["Pad"] = WindowExports.Pad,
        ["RMSNorm"] = NormalizationExports.Root,
        ["RNN"] = layer => FrameExports.Recurrent(layer, "RNN", [0]),
        ["ReLU"] = layer => layer.Write("Relu", [layer.Input]),
        ["ReLU6"] = layer => layer.Write("Clip", [layer.Input, layer.Scalar(0), layer.Scalar(6)]),
        ["Reshape"] = layer => layer.Write("Reshape", [layer.Input, layer.Integers("shape", [0, .. layer.Result.Select(axis => (long)axis)])]),
        ["SELU"] = layer => layer.Write("Selu", [layer.Input]),
        ["SiLU"] = layer => layer.Write("Mul", [layer.Input, layer.Before("Sigmoid", [layer.Input])]),
        ["Sigmoid"] = layer => layer.Write("Sigmoid", [layer.Input]),
        ["Slice"] = layer => layer.Write("Slice", [layer.Input, layer.Integers("start", layer.Integer("Start")), layer.Integers("end", layer.Integer("Start") + layer.Integer("Length")), layer.Integers("axes", layer.Axis)]),
        ["Softmax"] = layer => layer.Write("Softmax", [layer.Input], ("axis", layer.Axis)),
        ["Softplus"] = layer => layer.Write("Softplus", [layer.Input]),
        ["Softshrink"] = layer => layer.Write("Shrink", [layer.Input], ("lambd", layer.Float("Lambda")), ("bias", layer.Float("Lambda"))),
        ["Softsign"] = layer => layer.Write("Softsign", [layer.Input]),
        ["Subtract"] = layer => ValueExports.Join(layer, "Sub"),
        ["Tanh"] = layer => layer.Write("Tanh", [layer.Input]),
        ["Threshold"] = ValueExports.Threshold,
        ["Upsample"] = WindowExports.Upsample,
    };

    /// <summary>Why a layer is no operator, and what to do.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Activation"] = "computes a method of yours, whose text is not in the assembly. Use a layer of DslNet, or write the operators of the method into the file yourself",
        ["CausalAttention"] = "looks back over the frames before, which is not exported yet. Save the weights as safetensors, whose names are PyTorch's",
        ["Context"] = "puts values of earlier frames in front of a frame, for which ONNX has no operator. Compute them outside of the network",
        ["LastFrame"] = OverTime,
        ["MaxOverTime"] = OverTime,
        ["MeanOverTime"] = OverTime,
        ["Positions"] = "adds a vector for the place of each frame, which is not exported yet. Save the weights as safetensors",
    };

    private static string OverTime => "makes one value of a sequence, which is not exported yet. Export the network without it, and reduce what comes out";

    /// <summary>Why a layer cannot be written; null if it can.</summary>
    public static string? Problem(LayerDescription layer) =>
        !All.ContainsKey(layer.Kind) ? $"{layer.Name}: {layer.Kind} {Refused.GetValueOrDefault(layer.Kind, "has no operator of ONNX. Use another layer")}."
        : layer.Arguments.Any(argument => argument is { Name: "Bidirectional", Value: true }) ? $"{layer.Name}: {layer.Declaration} runs in both directions, which is not exported yet. Save the weights as safetensors."
        : null;
}
