using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators;
using DslNet.Onnx.Operators.Layers;
using static DslNet.Onnx.Functions.Formula;

namespace DslNet.Onnx.Functions;

/// <summary>What operators compute of single values: the formula of each, of the formulas of its operands.</summary>
internal static class Elementwise
{
    private const float SeluAlpha = 1.67326319217681884765625f, SeluGamma = 1.05070102214813232421875f;

    private static readonly Dictionary<string, Func<NodeUse, Formula, Formula?>> s_unary = new(StringComparer.Ordinal)
    {
        ["Abs"] = (_, x) => Of("Abs", x),
        ["Celu"] = (use, x) => use.Float("alpha", 1) is var alpha ? Max(x, 0) + Min(alpha * (Of("Exp", x / alpha) - 1), 0) : null,
        ["Clip"] = (use, x) => ClipOperator.Bounds(use) is var (low, high) && low < high ? AtMost(AtLeast(x, low), high) : null,
        ["Cos"] = (_, x) => Of("Cos", x),
        ["Cosh"] = (_, x) => (Of("Exp", x) + Of("Exp", -x)) * 0.5f,
        ["Elu"] = (use, x) => IfGreater(x, 0, x, use.Float("alpha", 1) * (Of("Exp", x) - 1)),
        ["Erf"] = (_, x) => Of("Erf", x),
        ["Exp"] = (_, x) => Of("Exp", x),
        ["HardSigmoid"] = (use, x) => Min(Max(use.Float("alpha", 0.2f) * x + use.Float("beta", 0.5f), 0), 1),
        ["HardSwish"] = (_, x) => x * Min(Max(x / 6 + 0.5f, 0), 1),
        ["LeakyRelu"] = (use, x) => IfGreater(x, 0, x, use.Float("alpha", 0.01f) * x),
        ["Log"] = (_, x) => Of("Log", x),
        ["Neg"] = (_, x) => -x,
        ["Reciprocal"] = (_, x) => 1 / x,
        ["Relu"] = (_, x) => Max(x, 0),
        ["Selu"] = (use, x) => use.Float("gamma", SeluGamma) * IfGreater(x, 0, x, use.Float("alpha", SeluAlpha) * (Of("Exp", x) - 1)),
        ["Shrink"] = (use, x) => use.Float("lambd", 0.5f) is var limit && use.Float("bias", 0) is var bias ? IfGreater(x, limit, x - bias, IfGreater(-limit, x, x + bias, 0)) : null,
        ["Sigmoid"] = (_, x) => Sigmoid(x),
        ["Sin"] = (_, x) => Of("Sin", x),
        ["Softplus"] = (_, x) => Softplus(x),
        ["Softsign"] = (_, x) => x / (1 + Of("Abs", x)),
        ["Sqrt"] = (_, x) => Of("Sqrt", x),
        ["Swish"] = (use, x) => x * Sigmoid(use.Float("alpha", 1) * x),
        ["Tan"] = (_, x) => Of("Sin", x) / Of("Cos", x),
        ["Tanh"] = (_, x) => Of("Tanh", x),
        ["ThresholdedRelu"] = (use, x) => IfGreater(x, use.Float("alpha", 1), x, 0),
    };

    private static readonly Dictionary<string, Func<Formula, Formula, Formula?>> s_binary = new(StringComparer.Ordinal)
    {
        ["Add"] = (x, y) => x + y,
        ["Div"] = (x, y) => x / y,
        ["Max"] = Max,
        ["Min"] = Min,
        ["Mul"] = (x, y) => x * y,
        ["Pow"] = Power,
        ["Sub"] = (x, y) => x - y,
    };

    /// <summary>Whether an operator computes single values of single values.</summary>
    public static bool Knows(GraphNode node) => node.Domain.Length == 0 && node.Outputs.Count > 0
        && (s_unary.ContainsKey(node.Operator) && node.Inputs.Count > 0 || s_binary.ContainsKey(node.Operator) && node.Inputs.Count == 2);

    /// <summary>The inputs of a node that its formula is of: a bound of Clip is none.</summary>
    public static IReadOnlyList<string> Operands(GraphNode node) => s_unary.ContainsKey(node.Operator) ? [node.Inputs[0]] : node.Inputs;

    /// <summary>The formula of a node that <see cref="Knows"/> accepts, given those of its operands; null if it has none.</summary>
    public static Formula? Apply(NodeUse use, Formula[] operands) =>
        s_unary.TryGetValue(use.Operator, out Func<NodeUse, Formula, Formula?>? unary) ? unary(use, operands[0]) : s_binary[use.Operator](operands[0], operands[1]);

    private static Formula AtLeast(Formula x, float bound) => bound > float.MinValue ? Max(x, bound) : x;

    private static Formula AtMost(Formula x, float bound) => bound < float.MaxValue ? Min(x, bound) : x;

    /// <summary>Powers that can be written as products and roots.</summary>
    private static Formula? Power(Formula x, Formula exponent) => exponent is not { Function: Formula.Constant, Value: var power } ? null : power switch
    {
        0.5f => Of("Sqrt", x),
        -0.5f => 1 / Of("Sqrt", x),
        -1 => 1 / x,
        1 => x,
        2 => x * x,
        3 => x * x * x,
        4 => x * x * (x * x),
        _ => null,
    };
}
