using DslNet.Onnx.Operators.Layers;
using DslNet.Onnx.Operators.Shapes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators;

/// <summary>All operators that the import knows: one line each.</summary>
internal static class OperatorCatalogue
{
    public static IReadOnlyDictionary<string, Operator> All { get; } = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["Cast"] = new CastOperator(),
        ["Clip"] = new ClipOperator(),
        ["Concat"] = new ConcatOperator(),
        ["Constant"] = new ConstantOperator(),
        ["ConstantOfShape"] = new ConstantOfShapeOperator(),
        ["Dropout"] = new SameOperator(),
        ["Expand"] = new ExpandOperator(),
        ["Flatten"] = new FlattenOperator(),
        ["Gather"] = new GatherOperator(),
        ["Gemm"] = new GemmOperator(),
        ["Identity"] = new SameOperator(),
        ["LogSoftmax"] = new SoftmaxOperator("LogSoftmax"),
        ["MatMul"] = new GemmOperator(),
        ["Relu"] = new FunctionOperator("ReLU"),
        ["Reshape"] = new ReshapeOperator(),
        ["Shape"] = new ShapeOperator(),
        ["Sigmoid"] = new FunctionOperator("Sigmoid"),
        ["Slice"] = new SliceOperator(),
        ["Softmax"] = new SoftmaxOperator("Softmax"),
        ["Squeeze"] = new SqueezeOperator(),
        ["Tanh"] = new FunctionOperator("Tanh"),
        ["Transpose"] = new TransposeOperator(),
        ["Unsqueeze"] = new UnsqueezeOperator(),
        ["Where"] = new WhereOperator(),

        ["Add"] = new ArithmeticOperator((x, y) => x + y, Arithmetic.Add),
        ["Sub"] = new ArithmeticOperator((x, y) => x - y, Arithmetic.Subtract),
        ["Mul"] = new ArithmeticOperator((x, y) => x * y, Arithmetic.Multiply),
        ["Div"] = new ArithmeticOperator((x, y) => x / y, Arithmetic.Divide),
        ["Equal"] = new ArithmeticOperator((x, y) => x.Equals(y) ? 1 : 0, Arithmetic.Equal),

        // Only their shape is asked for, where what they compute is read for its shape alone.
        ["Exp"] = new ShapeOnlyOperator(),
        ["Log"] = new ShapeOnlyOperator(),
        ["Neg"] = new ShapeOnlyOperator(),
        ["Sqrt"] = new ShapeOnlyOperator(),
    };
}
