using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>All activations that are a function of one value. One line an activation; derivatives, fusing and saving follow from it.</summary>
internal static class Activations
{
    // The fixed point of mean and variance (Klambauer et al., 2017).
    private const float SeluScale = 1.0507009873554805f, SeluScaleAlpha = 1.7580993408473766f;

    private static readonly FloatParameter s_minValue = new("MinValue", Default: -1);

    private static Expr X => Elementwise.X;

    public static IReadOnlyList<Activation> All { get; } =
    [
        new("CELU", with => with[0] == 1 ? MathFunction.Elu.Of(X, 1f) : MathFunction.Celu.Of(X, with[0]), [new FloatParameter("Alpha", Default: 1, Minimum: 0, Exclusive: true)], IsRectifier: true),
        new("ELU", with => MathFunction.Elu.Of(X, with[0]), [new FloatParameter("Alpha", Default: 1, Minimum: 0)], IsRectifier: true, FusesInOneSample: true),
        new("GELU", with => with[0] == 0 ? MathFunction.Gelu.Of(X) : MathFunction.GeluTanh.Of(X), [new FlagParameter("Approximate")], IsRectifier: true),
        new("HardShrink", with => MathFunction.HardShrink.Of(X, with[0]), [new FloatParameter("Lambda", Default: 0.5f, Minimum: 0)]),
        new("HardSigmoid", _ => MathFunction.HardSigmoid.Of(X), []),
        new("HardSwish", _ => Expr.Max(-3f, X) * MathFunction.HardSigmoid.Of(X), [], IsRectifier: true),
        new("HardTanh", with => MathFunction.HardTanh.Of(X, with[0], with[1]), [s_minValue, new FloatParameter("MaxValue", Default: 1, Exclusive: true) { Above = s_minValue }]),
        new("LeakyReLU", with => MathFunction.LeakyRelu.Of(X, with[0]), [new FloatParameter("NegativeSlope", Default: 0.01f, Minimum: 0)], IsRectifier: true),
        new("LogSigmoid", _ => MathFunction.LogSigmoid.Of(X), []),
        new("Mish", _ => MathFunction.Mish.Of(X), [], IsRectifier: true),
        new("ReLU", _ => MathFunction.Relu.Of(X), [], IsRectifier: true),
        new("ReLU6", _ => MathFunction.HardTanh.Of(X, 0f, 6f), [], IsRectifier: true),
        new("SELU", _ => Expr.If(X <= 0f, MathFunction.Elu.Of(X, SeluScaleAlpha), X * SeluScale), []),
        new("SiLU", _ => MathFunction.Silu.Of(X), [], IsRectifier: true),
        new("Sigmoid", _ => MathFunction.Sigmoid.Of(X), []),
        new("Softplus", _ => MathFunction.Softplus.Of(X), []),
        new("Softshrink", with => MathFunction.Softshrink.Of(X, -with[0], with[0]), [new FloatParameter("Lambda", Default: 0.5f, Minimum: 0)]),
        new("Softsign", _ => MathFunction.Softsign.Of(X), []),
        new("Tanh", _ => MathFunction.Tanh.Of(X), []),
        new("Threshold", with => MathFunction.Threshold.Of(X, with[0], with[1]), [new FloatParameter("Threshold", Default: 0) { IsPositional = true }, new FloatParameter("Value", Default: 0) { IsPositional = true }], IsRectifier: true),
    ];

    private static readonly Dictionary<string, Activation> s_byKind = All.ToDictionary(activation => activation.Kind, StringComparer.Ordinal);

    public static Activation Get(string kind) => s_byKind[kind];
}
