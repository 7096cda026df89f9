using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>All losses that are a sum over outputs, each a function of prediction and target.</summary>
internal static class ElementwiseLosses
{
    public static IReadOnlyList<LossFunction> All { get; } =
    [
        new("BinaryCrossEntropy", "Σ ln(1 + e⁻ᵃ) + a·m, a = |y|, m = 1 − t where y > 0, else t", CrossEntropy, CrossEntropySlope, [new("PositiveWeight", Default: 1, Minimum: 0, Exclusive: true)], LossTarget.Probabilities, Link.Sigmoid),
        new("Hinge", "Σ max(0, 1 − t·y)", _ => Expr.If(Reached, 0f, Margin), _ => Expr.If(Reached, 0f, -LossFunction.T), [], LossTarget.Signs),
        new("Huber", "Σ ½d² where |d| ≤ δ, else δ·(|d| − ½δ), d = y − t", Huber, HuberSlope, [new("Delta", Default: 1, Minimum: 0, Exclusive: true)]),
        new("KLDivergence", "Σ t·(ln t − y), 0 where t = 0", KLDivergence, _ => -LossFunction.T, [], LossTarget.Distribution) { IsOfClasses = true },
        new("MeanAbsoluteError", "Σ |y − t|", _ => Expr.Abs(Difference), null, []),
        new("MeanSquaredError", "Σ (y − t)²", _ => Difference * Difference, null, []),
        new("Poisson", "Σ eʸ − t·y", _ => Rate - LossFunction.T * LossFunction.Y, _ => Rate - LossFunction.T, []),
        new("SmoothL1", "Σ ½d²/β where |d| < β, else |d| − ½β, d = y − t", SmoothL1, SmoothL1Slope, [new("Beta", Default: 1, Minimum: 0, Exclusive: true)]),
    ];

    private static readonly Dictionary<string, LossFunction> s_byKind = All.ToDictionary(loss => loss.Kind, StringComparer.Ordinal);

    public static LossFunction Get(string kind) => s_byKind[kind];

    private static Expr Difference => new Expr.Named("d", LossFunction.Y - LossFunction.T);

    // ln(1 + eʸ) − y·t and sigmoid(y) − t, written for −|y| and the side of zero that y is on: where prediction and target
    // agree, differences of values nearly equal would leave nothing of either.
    private static Expr IsPositive => new Expr.Named("positive", LossFunction.Y > 0f);

    private static Expr Left => new Expr.Named("left", new Expr.Unary(UnaryOp.NegativeAbs, LossFunction.Y));

    private static Expr CrossEntropy(EquatableArray<float> with) =>
        Weighted(MathFunction.Softplus.Of(Left), with[0]) - Left * Missed(with[0]);

    private static Expr CrossEntropySlope(EquatableArray<float> with) =>
        new Expr.NegateWhere(IsPositive, Weighted(MathFunction.Sigmoid.Of(Left), with[0]) - Missed(with[0]));

    /// <summary>1 − t from the positive side of zero, else t times the weight of positive targets.</summary>
    private static Expr Missed(float positiveWeight) =>
        new Expr.Named("missed", Expr.If(IsPositive, 1f - LossFunction.T, positiveWeight == 1 ? LossFunction.T : positiveWeight * LossFunction.T));

    /// <summary>Times the weights of both sides, 1 − t + p·t.</summary>
    private static Expr Weighted(Expr value, float positiveWeight) => positiveWeight == 1 ? value : value * WeightOf(positiveWeight);

    // As a fused sum 1 + (p − 1)·t, for small p, would lose the digits of p at t = 1.
    private static Expr WeightOf(float positiveWeight) => new Expr.Named("weight", new Expr.Fma(LossFunction.T, positiveWeight, 1f - LossFunction.T));

    private static Expr Margin => new Expr.Named("margin", 1f - LossFunction.T * LossFunction.Y);

    // In an order in which NaN stays NaN.
    private static Expr Reached => new Expr.Named("reached", Margin <= 0f);

    private static Expr Rate => new Expr.Named("rate", MathFunction.Exp.Of(LossFunction.Y));

    // 0·ln 0 is 0, and so is 0·∞: a class of probability 0 may have any logarithm.
    private static Expr KLDivergence(EquatableArray<float> with) =>
        Expr.If(LossFunction.T > 0f, LossFunction.T * (MathFunction.Log.Of(LossFunction.T) - LossFunction.Y), 0f);

    private static Expr SmoothL1(EquatableArray<float> with) =>
        Expr.If(Distance < with[0], 0.5f / with[0] * Difference * Difference, Distance - 0.5f * with[0]);

    private static Expr SmoothL1Slope(EquatableArray<float> with) =>
        Expr.If(Distance < with[0], Difference / with[0], Expr.If(Difference > 0f, 1f, Expr.If(Difference < 0f, -1f, Difference)));

    private static Expr Huber(EquatableArray<float> with) =>
        Expr.If(IsOutside(with[0]), with[0] * (Distance - 0.5f * with[0]), 0.5f * Difference * Difference);

    // Derived, the parabola's would be a sum of two halves.
    private static Expr HuberSlope(EquatableArray<float> with) =>
        Expr.If(IsOutside(with[0]), Expr.If(Difference > 0f, with[0], -with[0]), Difference);

    private static Expr Distance => new Expr.Named("distance", Expr.Abs(Difference));

    private static Expr IsOutside(float delta) => new Expr.Named("outside", Distance > delta);
}
