using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>All losses that are a sum over outputs, each a function of prediction and target.</summary>
internal static class ElementwiseLosses
{
    public static IReadOnlyList<LossFunction> All { get; } =
    [
        new("BinaryCrossEntropy", "Σ ln(1 + e⁻ᵃ) + a·m, a = |y|, m = 1 − t where y > 0, else t", CrossEntropy, CrossEntropySlope, [], LossTarget.Probabilities, Link.Sigmoid),
        new("Huber", "Σ ½d² where |d| ≤ δ, else δ·(|d| − ½δ), d = y − t", Huber, HuberSlope, [new("Delta", Default: 1, Minimum: 0, Exclusive: true)]),
        new("MeanAbsoluteError", "Σ |y − t|", _ => Expr.Abs(Difference), null, []),
        new("MeanSquaredError", "Σ (y − t)²", _ => Difference * Difference, null, []),
    ];

    private static readonly Dictionary<string, LossFunction> s_byKind = All.ToDictionary(loss => loss.Kind, StringComparer.Ordinal);

    public static LossFunction Get(string kind) => s_byKind[kind];

    private static Expr Difference => new Expr.Named("d", LossFunction.Y - LossFunction.T);

    // ln(1 + eʸ) − y·t and sigmoid(y) − t, written for −|y| and the side of zero that y is on: where prediction and target
    // agree, differences of values nearly equal would leave nothing of either.
    private static Expr IsPositive => new Expr.Named("positive", LossFunction.Y > 0f);

    private static Expr Left => new Expr.Named("left", new Expr.Unary(UnaryOp.NegativeAbs, LossFunction.Y));

    private static Expr Missed => new Expr.Named("missed", Expr.If(IsPositive, 1f - LossFunction.T, LossFunction.T));

    private static Expr CrossEntropy(EquatableArray<float> with) => MathFunction.Softplus.Of(Left) - Left * Missed;

    private static Expr CrossEntropySlope(EquatableArray<float> with) => new Expr.NegateWhere(IsPositive, MathFunction.Sigmoid.Of(Left) - Missed);

    private static Expr Huber(EquatableArray<float> with) =>
        Expr.If(IsOutside(with[0]), with[0] * (Distance - 0.5f * with[0]), 0.5f * Difference * Difference);

    // Derived, the parabola's would be a sum of two halves.
    private static Expr HuberSlope(EquatableArray<float> with) =>
        Expr.If(IsOutside(with[0]), Expr.If(Difference > 0f, with[0], -with[0]), Difference);

    private static Expr Distance => new Expr.Named("distance", Expr.Abs(Difference));

    private static Expr IsOutside(float delta) => new Expr.Named("outside", Distance > delta);
}
