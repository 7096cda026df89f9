using DslNet.Onnx.Operators.Layers;
using DslNet.Onnx.Operators.Shapes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators;

/// <summary>All operators that the import knows: one line each.</summary>
internal static class OperatorCatalogue
{
    public static IReadOnlyDictionary<string, Operator> All { get; } = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["AveragePool"] = new PoolOperator("AvgPool"),
        ["BatchNormalization"] = new BatchNormalizationOperator(),
        ["Cast"] = new CastOperator(),
        ["Celu"] = new FunctionOperator("CELU", use => Argument.Named("Alpha", use.Float("alpha", 1), 1)),
        ["Clip"] = new ClipOperator(),
        ["Concat"] = new ConcatOperator(),
        ["Constant"] = new ConstantOperator(),
        ["ConstantOfShape"] = new ConstantOfShapeOperator(),
        ["Conv"] = new ConvOperator(),
        ["ConvTranspose"] = new ConvTransposeOperator(),
        ["Dropout"] = new SameOperator(),
        ["Elu"] = new FunctionOperator("ELU", use => Argument.Named("Alpha", use.Float("alpha", 1), 1)),
        ["Expand"] = new ExpandOperator(),
        ["Flatten"] = new FlattenOperator(),
        ["Gather"] = new GatherOperator(),
        ["Gelu"] = new FunctionOperator("GELU", use => Argument.Named("Approximate", use.Text("approximate", "none") == "tanh", false)),
        ["Gemm"] = new GemmOperator(),
        ["GlobalAveragePool"] = new GlobalPoolOperator("GlobalAvgPool"),
        ["GlobalMaxPool"] = new GlobalPoolOperator("GlobalMaxPool"),
        ["HardSigmoid"] = new HardSigmoidOperator(),
        ["HardSwish"] = new FunctionOperator("HardSwish"),
        ["Identity"] = new SameOperator(),
        ["InstanceNormalization"] = new InstanceNormalizationOperator(),
        ["LayerNormalization"] = new LayerNormalizationOperator(),
        ["LeakyRelu"] = new FunctionOperator("LeakyReLU", use => Argument.Named("NegativeSlope", use.Float("alpha", 0.01f), 0.01f)),
        ["LogSoftmax"] = new SoftmaxOperator("LogSoftmax"),
        ["MatMul"] = new GemmOperator(),
        ["MaxPool"] = new PoolOperator("MaxPool"),
        ["Mish"] = new FunctionOperator("Mish"),
        ["PRelu"] = new PReluOperator(),
        ["Pad"] = new PadOperator(),
        ["Relu"] = new FunctionOperator("ReLU"),
        ["Reshape"] = new ReshapeOperator(),
        ["Selu"] = new SeluOperator(),
        ["Shape"] = new ShapeOperator(),
        ["Sigmoid"] = new FunctionOperator("Sigmoid"),
        ["Slice"] = new SliceOperator(),
        ["Softmax"] = new SoftmaxOperator("Softmax"),
        ["Softplus"] = new FunctionOperator("Softplus"),
        ["Softsign"] = new FunctionOperator("Softsign"),
        ["Squeeze"] = new SqueezeOperator(),
        ["Sum"] = new SumOperator(),
        ["Tanh"] = new FunctionOperator("Tanh"),
        ["ThresholdedRelu"] = new FunctionOperator("Threshold", use => [Argument.Of(use.Float("alpha", 1)), "0"]),
        ["Transpose"] = new TransposeOperator(),
        ["Unsqueeze"] = new UnsqueezeOperator(),
        ["Where"] = new WhereOperator(),

        ["Add"] = new JoinOperator("Add", (x, y) => x + y, Arithmetic.Add),
        ["Sub"] = new JoinOperator("Subtract", (x, y) => x - y, Arithmetic.Subtract),
        ["Mul"] = new JoinOperator("Multiply", (x, y) => x * y, Arithmetic.Multiply),
        ["Div"] = new ArithmeticOperator((x, y) => x / y, Arithmetic.Divide),
        ["Equal"] = new ArithmeticOperator((x, y) => x.Equals(y) ? 1 : 0, Arithmetic.Equal),

        // Only their shape is asked for, where what they compute is read for its shape alone.
        ["Exp"] = new ShapeOnlyOperator(),
        ["Log"] = new ShapeOnlyOperator(),
        ["Neg"] = new ShapeOnlyOperator(),
        ["Sqrt"] = new ShapeOnlyOperator(),
    };
}
