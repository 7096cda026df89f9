using DslNet.Torch.Tests.Onnx.Operators;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>All operators of ONNX that are layers or losses. One line an operator.</summary>
internal static class OnnxOperators
{
    public static IReadOnlyDictionary<string, OnnxOperator> All { get; } = new SortedDictionary<string, OnnxOperator>(StringComparer.Ordinal)
    {
        ["Add"] = new ElementwiseJoin("Add"),
        ["AveragePool"] = new Pool("AvgPool2D", isMean: true),
        ["BatchNormalization"] = new BatchNormalization(),
        ["Celu"] = new Elementwise("CELU", "Alpha", otherwise: 1),
        ["Concat"] = new Concat(),
        ["Conv"] = new Conv(),
        ["ConvTranspose"] = new ConvTranspose(),
        ["Dropout"] = new Dropout(),
        ["Elu"] = new Elementwise("ELU", "Alpha", otherwise: 1),
        ["Flatten"] = new Flatten(),
        ["Gather"] = new Gather(),
        ["Gemm"] = new Gemm(),
        ["GlobalAveragePool"] = new GlobalPool("GlobalAvgPool"),
        ["GlobalMaxPool"] = new GlobalPool("GlobalMaxPool"),
        ["HardSwish"] = new Elementwise("HardSwish"),
        ["InstanceNormalization"] = new InstanceNormalization(),
        ["LayerNormalization"] = new LayerNormalization(),
        ["LeakyRelu"] = new Elementwise("LeakyReLU", "NegativeSlope", otherwise: 0.01f),
        ["LogSoftmax"] = new Softmax("LogSoftmax"),
        ["MatMul"] = new MatMul(),
        ["Mul"] = new ElementwiseJoin("Multiply"),
        ["MaxPool"] = new Pool("MaxPool2D", isMean: false),
        ["PRelu"] = new PRelu(),
        ["Relu"] = new Elementwise("ReLU"),
        ["Sigmoid"] = new Elementwise("Sigmoid"),
        ["Softmax"] = new Softmax("Softmax"),
        ["SoftmaxCrossEntropyLoss"] = new CrossEntropy(),
        ["Softplus"] = new Elementwise("Softplus"),
        ["Softsign"] = new Elementwise("Softsign"),
        ["Sub"] = new ElementwiseJoin("Subtract"),
        ["Sum"] = new ElementwiseJoin("Add"),
        ["Tanh"] = new Elementwise("Tanh"),
    };

    /// <summary>Layers and losses that no operator of the tests' version is, and why.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Activation"] = "a model of ONNX has operators for it, or a function of its own",
        ["AdaptiveAvgPool1D"] = "ONNX has no such operator",
        ["AdaptiveAvgPool2D"] = "ONNX has no such operator",
        ["AvgPool1D"] = "`AveragePool` over one axis; its test is run over an image of one row",
        ["BinaryCrossEntropy"] = "ONNX has no such loss",
        ["Conv1D"] = "`Conv` over one axis, of which there is no test",
        ["DepthwiseConv1D"] = "`Conv` with as many groups as channels, of which there is no test",
        ["DepthwiseConv2D"] = "`Conv` with as many groups as channels, of which there is no test",
        ["CosineEmbedding"] = "ONNX has no such loss",
        ["ConvTranspose1D"] = "`ConvTranspose` over one axis; its test is run as this layer",
        ["GELU"] = "`Gelu` came later, with operator set 20",
        ["GroupNorm"] = "`GroupNormalization` came later, with operator set 18",
        ["HardShrink"] = "`Shrink` has a bias besides",
        ["HardSigmoid"] = "`HardSigmoid` has another slope by default, 0.2, and no test with 1/6",
        ["HardTanh"] = "`Clip` has its bounds as inputs",
        ["Hinge"] = "ONNX has no such loss",
        ["Huber"] = "ONNX has no such loss",
        ["KLDivergence"] = "ONNX has no such loss",
        ["LogSigmoid"] = "ONNX writes it as `Log(Sigmoid(x))`",
        ["Loss"] = "a model of ONNX has operators for it, or a function of its own",
        ["MaxPool1D"] = "`MaxPool` over one axis; its test is run over an image of one row",
        ["MeanAbsoluteError"] = "ONNX has no such loss",
        ["MeanSquaredError"] = "ONNX has no such loss",
        ["Mish"] = "`Mish` came later, with operator set 18",
        ["Poisson"] = "ONNX has no such loss",
        ["Pad"] = "`Pad` has its amounts as an input",
        ["RMSNorm"] = "`RMSNormalization` came later, with operator set 23",
        ["ReLU6"] = "`Clip` has its bounds as inputs",
        ["Reshape"] = "`Reshape` has its shape as an input, with the samples in it",
        ["SELU"] = "`Selu` has its constants as attributes, and its tests others",
        ["SiLU"] = "ONNX writes it as `x · Sigmoid(x)`",
        ["SmoothL1"] = "ONNX has no such loss",
        ["Slice"] = "`Slice` has its start and end as inputs",
        ["Softshrink"] = "`Shrink` has a bias besides",
        ["Upsample"] = "`Resize` has its scales as an input",
        ["Threshold"] = "`ThresholdedRelu` has no value besides 0",
    };
}
