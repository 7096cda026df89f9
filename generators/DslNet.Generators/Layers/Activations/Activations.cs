using DslNet.Generators.Expressions;

namespace DslNet.Generators.Layers.Activations;

/// <summary>All activations that are a function of one value. One line an activation; derivatives, fusing and saving follow from it.</summary>
internal static class Activations
{
    private static Expr X => Elementwise.X;

    public static IReadOnlyList<Activation> All { get; } =
    [
        new("ELU", with => MathFunction.Elu.Of(X, with[0]), [new("Alpha", Default: 1, Minimum: 0)], IsRectifier: true, FusesInOneSample: true),
        new("GELU", _ => MathFunction.Gelu.Of(X), [], IsRectifier: true),
        new("LeakyReLU", with => MathFunction.LeakyRelu.Of(X, with[0]), [new("NegativeSlope", Default: 0.01f, Minimum: 0)], IsRectifier: true),
        new("Mish", _ => MathFunction.Mish.Of(X), [], IsRectifier: true),
        new("ReLU", _ => MathFunction.Relu.Of(X), [], IsRectifier: true),
        new("SiLU", _ => MathFunction.Silu.Of(X), [], IsRectifier: true),
        new("Sigmoid", _ => MathFunction.Sigmoid.Of(X), []),
        new("Softplus", _ => MathFunction.Softplus.Of(X), []),
        new("Tanh", _ => MathFunction.Tanh.Of(X), []),
    ];

    private static readonly Dictionary<string, Activation> s_byKind = All.ToDictionary(activation => activation.Kind, StringComparer.Ordinal);

    public static Activation Get(string kind) => s_byKind[kind];
}
