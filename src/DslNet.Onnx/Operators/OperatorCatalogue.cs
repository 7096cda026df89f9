using DslNet.Onnx.Functions;
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
        ["GroupNormalization"] = new GroupNormalizationOperator(),
        ["Gemm"] = new GemmOperator(),
        ["GlobalAveragePool"] = new GlobalPoolOperator("GlobalAvgPool"),
        ["GlobalMaxPool"] = new GlobalPoolOperator("GlobalMaxPool"),
        ["HardSigmoid"] = new HardSigmoidOperator(),
        ["HardSwish"] = new FunctionOperator("HardSwish"),
        ["Identity"] = new SameOperator(),
        ["InstanceNormalization"] = new InstanceNormalizationOperator(),
        ["LayerNormalization"] = new LayerNormalizationOperator("LayerNorm", 1e-5f),
        ["LeakyRelu"] = new FunctionOperator("LeakyReLU", use => Argument.Named("NegativeSlope", use.Float("alpha", 0.01f), 0.01f)),
        ["LogSoftmax"] = new SoftmaxOperator("LogSoftmax"),
        ["MatMul"] = new GemmOperator(),
        ["Mean"] = new MeanOperator(),
        ["MaxPool"] = new PoolOperator("MaxPool"),
        ["Mish"] = new FunctionOperator("Mish"),
        ["PRelu"] = new PReluOperator(),
        ["Pad"] = new PadOperator(),
        ["RMSNormalization"] = new LayerNormalizationOperator("RMSNorm", 1.1920929E-07f),
        ["Relu"] = new FunctionOperator("ReLU"),
        ["Reshape"] = new ReshapeOperator(),
        ["Resize"] = new ResizeOperator(),
        ["Selu"] = new SeluOperator(),
        ["Shape"] = new ShapeOperator(),
        ["Sigmoid"] = new FunctionOperator("Sigmoid"),
        ["Slice"] = new SliceOperator(),
        ["Softmax"] = new SoftmaxOperator("Softmax"),
        ["Softplus"] = new FunctionOperator("Softplus"),
        ["Softsign"] = new FunctionOperator("Softsign"),
        ["Squeeze"] = new SqueezeOperator(),
        ["Sum"] = new SumOperator(),
        ["Swish"] = new SwishOperator(),
        ["Tanh"] = new FunctionOperator("Tanh"),
        ["ThresholdedRelu"] = new FunctionOperator("Threshold", use => [Argument.Of(use.Float("alpha", 1)), "0"]),
        ["Transpose"] = new TransposeOperator(),
        ["Unsqueeze"] = new UnsqueezeOperator(),
        ["Upsample"] = new ResizeOperator(),
        ["Where"] = new WhereOperator(),

        ["Add"] = new JoinOperator("Add", (x, y) => x + y, Arithmetic.Add),
        ["Sub"] = new JoinOperator("Subtract", (x, y) => x - y, Arithmetic.Subtract),
        ["Mul"] = new JoinOperator("Multiply", (x, y) => x * y, Arithmetic.Multiply),
        ["Div"] = new ArithmeticOperator((x, y) => x / y, Arithmetic.Divide),
        ["Equal"] = new ArithmeticOperator((x, y) => x.Equals(y) ? 1 : 0, Arithmetic.Equal),

        ["Max"] = new ArithmeticOperator(Math.Max, (_, _) => null),
        ["Min"] = new ArithmeticOperator(Math.Min, (_, _) => null),
        ["Pow"] = new ArithmeticOperator(MathF.Pow, (_, _) => null),

        ["Abs"] = new ElementwiseOperator(),
        ["Cos"] = new ElementwiseOperator(),
        ["Cosh"] = new ElementwiseOperator(),
        ["Erf"] = new ElementwiseOperator(),
        ["Exp"] = new ElementwiseOperator(),
        ["Log"] = new ElementwiseOperator(),
        ["Neg"] = new ElementwiseOperator(),
        ["Reciprocal"] = new ElementwiseOperator(),
        ["Shrink"] = new ShrinkOperator(),
        ["Sin"] = new ElementwiseOperator(),
        ["Sqrt"] = new ElementwiseOperator(),
        ["Tan"] = new ElementwiseOperator(),

        ["ReduceL1"] = new ReduceOperator(isSum: true, before: Formula.Of("Abs", Formula.X)),
        ["ReduceL2"] = new ReduceOperator(isSum: true, before: Formula.X * Formula.X, behind: Formula.Of("Sqrt", Formula.X)),
        ["ReduceLogSum"] = new ReduceOperator(isSum: true, behind: Formula.Of("Log", Formula.X)),
        ["ReduceMax"] = new ReduceOperator(isMax: true),
        ["ReduceMean"] = new ReduceOperator(),
        ["ReduceMin"] = new ReduceOperator(isMax: true, before: -Formula.X, behind: -Formula.X),
        ["ReduceSum"] = new ReduceOperator(isSum: true),
        ["ReduceSumSquare"] = new ReduceOperator(isSum: true, before: Formula.X * Formula.X),

        // What passes make of several nodes.
        ["Function"] = new OwnFunctionOperator(),
        ["LogSigmoid"] = new FunctionOperator("LogSigmoid"),
    };
}
