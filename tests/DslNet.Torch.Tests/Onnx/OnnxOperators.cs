using DslNet.Torch.Tests.Onnx.Operators;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>All operators of ONNX that are layers or losses. One line an operator.</summary>
internal static class OnnxOperators
{
    public static IReadOnlyDictionary<string, OnnxOperator> All { get; } = new SortedDictionary<string, OnnxOperator>(StringComparer.Ordinal)
    {
        ["Add"] = new Sum(),
        ["AveragePool"] = new Pool("AvgPool2D", countsPadding: true),
        ["Concat"] = new Concat(),
        ["Conv"] = new Conv(),
        ["Dropout"] = new Dropout(),
        ["Elu"] = new Elementwise("ELU", "Alpha", otherwise: 1),
        ["Flatten"] = new Flatten(),
        ["Gemm"] = new Gemm(),
        ["GlobalAveragePool"] = new GlobalAveragePool(),
        ["LeakyRelu"] = new Elementwise("LeakyReLU", "NegativeSlope", otherwise: 0.01f),
        ["MatMul"] = new MatMul(),
        ["MaxPool"] = new Pool("MaxPool2D", countsPadding: false),
        ["PRelu"] = new PRelu(),
        ["Relu"] = new Elementwise("ReLU"),
        ["Sigmoid"] = new Elementwise("Sigmoid"),
        ["Softmax"] = new Softmax(),
        ["SoftmaxCrossEntropyLoss"] = new CrossEntropy(),
        ["Softplus"] = new Elementwise("Softplus"),
        ["Sum"] = new Sum(),
        ["Tanh"] = new Elementwise("Tanh"),
    };

    /// <summary>Layers and losses that no operator of the tests' version is, and why.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["BinaryCrossEntropy"] = "ONNX has no such loss",
        ["GELU"] = "`Gelu` came later, with operator set 20",
        ["Huber"] = "ONNX has no such loss",
        ["MeanAbsoluteError"] = "ONNX has no such loss",
        ["MeanSquaredError"] = "ONNX has no such loss",
        ["Mish"] = "`Mish` came later, with operator set 18",
        ["SiLU"] = "ONNX writes it as `x · Sigmoid(x)`",
    };
}
