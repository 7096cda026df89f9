using DslNet.Onnx.Models;
using static DslNet.Onnx.Functions.Formula;

namespace DslNet.Onnx.Functions;

/// <summary>Functions that are layers, as exporters wrote them before they were operators, and as they spell them still.</summary>
internal static class KnownFormulas
{
    private const float RootOfHalf = 0.70710678118654752f, RootOfTwoOverPi = 0.79788456080286536f, Cubic = 0.044715f;

    private static readonly Dictionary<string, (string Operator, OnnxAttribute[] Attributes)> s_all = new(StringComparer.Ordinal)
    {
        [Key(X * Sigmoid(X))] = ("Swish", []),
        [Key(X * (1 + Of("Erf", X * RootOfHalf)) * 0.5f)] = ("Gelu", []),
        [Key(X * (1 + Of("Tanh", (X + X * X * X * Cubic) * RootOfTwoOverPi)) * 0.5f)] = ("Gelu", Tanh),
        [Key(X * (1 + Of("Tanh", X * (1 + X * X * Cubic) * RootOfTwoOverPi)) * 0.5f)] = ("Gelu", Tanh),
        [Key(X * Min(Max(X + 3, 0), 6) / 6)] = ("HardSwish", []),
        [Key(X * Min(Max(X / 6 + 0.5f, 0), 1))] = ("HardSwish", []),
        [Key(Min(Max(X + 3, 0), 6) / 6)] = ("HardSigmoid", Sixth),
        [Key(Min(Max(X / 6 + 0.5f, 0), 1))] = ("HardSigmoid", Sixth),
        [Key(X * Of("Tanh", Softplus(X)))] = ("Mish", []),
        [Key(X * Of("Tanh", Of("Log", 1 + Of("Exp", X))))] = ("Mish", []),
        [Key(Of("Log", 1 + Of("Exp", X)))] = ("Softplus", []),
        [Key(Of("Log", Sigmoid(X)))] = ("LogSigmoid", []),
        [Key(-Softplus(-X))] = ("LogSigmoid", []),
        [Key(X / (1 + Of("Abs", X)))] = ("Softsign", []),
        [Key(1 / (1 + Of("Exp", -X)))] = ("Sigmoid", []),
    };

    private static OnnxAttribute[] Tanh => [new("approximate") { Text = "tanh" }];

    private static OnnxAttribute[] Sixth => [new("alpha") { Float = 1f / 6 }];

    /// <summary>The operator that computes a formula, and its attributes; null if none does.</summary>
    public static (string Operator, OnnxAttribute[] Attributes)? Find(Formula formula) =>
        s_all.TryGetValue(Key(formula), out (string, OnnxAttribute[]) known) ? known : Leaky(formula) is { } slope ? ("LeakyRelu", [new("alpha") { Float = slope }]) : null;

    /// <summary>The slope of a maximum of a value and a smaller multiple of it.</summary>
    private static float? Leaky(Formula formula) => formula is { Function: "Max", Operands: [var left, var right] }
        ? (left, right) switch
        {
            ({ Function: Variable }, { Function: "*" } scaled) => Slope(scaled),
            ({ Function: "*" } scaled, { Function: Variable }) => Slope(scaled),
            _ => null,
        }
        : null;

    private static float? Slope(Formula product) => product.Operands switch
    {
        [{ Function: Variable }, { Function: Constant, Value: > 0 and < 1 } slope] => slope.Value,
        [{ Function: Constant, Value: > 0 and < 1 } slope, { Function: Variable }] => slope.Value,
        _ => null,
    };

    private static string Key(Formula formula) => FormulaKey.Of(formula);
}
