using DslNet.Torch.Tests.Onnx.Operators;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>All operators of ONNX that are layers or losses. One line an operator.</summary>
internal static class OnnxOperators
{
    public static IReadOnlyDictionary<string, OnnxOperator> All { get; } = new SortedDictionary<string, OnnxOperator>(StringComparer.Ordinal)
    {
        ["Add"] = new Sum(),
        ["AveragePool"] = new Pool("AvgPool2D", countsPadding: true),
        ["Celu"] = new Elementwise("CELU", "Alpha", otherwise: 1),
        ["Concat"] = new Concat(),
        ["Conv"] = new Conv(),
        ["Dropout"] = new Dropout(),
        ["Elu"] = new Elementwise("ELU", "Alpha", otherwise: 1),
        ["Flatten"] = new Flatten(),
        ["Gemm"] = new Gemm(),
        ["GlobalAveragePool"] = new GlobalAveragePool(),
        ["HardSwish"] = new Elementwise("HardSwish"),
        ["InstanceNormalization"] = new InstanceNormalization(),
        ["LayerNormalization"] = new LayerNormalization(),
        ["LeakyRelu"] = new Elementwise("LeakyReLU", "NegativeSlope", otherwise: 0.01f),
        ["LogSoftmax"] = new Softmax("LogSoftmax"),
        ["MatMul"] = new MatMul(),
        ["MaxPool"] = new Pool("MaxPool2D", countsPadding: false),
        ["PRelu"] = new PRelu(),
        ["Relu"] = new Elementwise("ReLU"),
        ["Sigmoid"] = new Elementwise("Sigmoid"),
        ["Softmax"] = new Softmax("Softmax"),
        ["SoftmaxCrossEntropyLoss"] = new CrossEntropy(),
        ["Softplus"] = new Elementwise("Softplus"),
        ["Softsign"] = new Elementwise("Softsign"),
        ["Sum"] = new Sum(),
        ["Tanh"] = new Elementwise("Tanh"),
    };

    /// <summary>Layers and losses that no operator of the tests' version is, and why.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Activation"] = "a model of ONNX has operators for it, or a function of its own",
        ["BinaryCrossEntropy"] = "ONNX has no such loss",
        ["Conv1D"] = "`Conv` over one axis, of which there is no test",
        ["GELU"] = "`Gelu` came later, with operator set 20",
        ["GroupNorm"] = "`GroupNormalization` came later, with operator set 18",
        ["HardShrink"] = "`Shrink` has a bias besides",
        ["HardSigmoid"] = "`HardSigmoid` has another slope by default, 0.2, and no test with 1/6",
        ["HardTanh"] = "`Clip` has its bounds as inputs",
        ["Huber"] = "ONNX has no such loss",
        ["LogSigmoid"] = "ONNX writes it as `Log(Sigmoid(x))`",
        ["Loss"] = "a model of ONNX has operators for it, or a function of its own",
        ["MeanAbsoluteError"] = "ONNX has no such loss",
        ["MeanSquaredError"] = "ONNX has no such loss",
        ["Mish"] = "`Mish` came later, with operator set 18",
        ["RMSNorm"] = "`RMSNormalization` came later, with operator set 23",
        ["ReLU6"] = "`Clip` has its bounds as inputs",
        ["SELU"] = "`Selu` has its constants as attributes, and its tests others",
        ["SiLU"] = "ONNX writes it as `x · Sigmoid(x)`",
        ["Softshrink"] = "`Shrink` has a bias besides",
        ["Threshold"] = "`ThresholdedRelu` has no value besides 0",
    };
}
