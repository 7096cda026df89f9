using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>A loss that is a sum of one function of prediction and target each.</summary>
internal sealed class ElementwiseLoss(string kind, Func<double, double, double> function, Func<double, double, double> derivative) : OracleLoss
{
    /// <summary>Samples with larger logarithms are not drawn: of their exponentials a bound of first order says nothing.</summary>
    private const double MostLogarithm = 8;

    public override string Kind => kind;

    public override string? Argument => ArgumentText;

    public override bool IsOfClasses => IsMeanOverSamples;

    private string? ArgumentText { get; init; }

    /// <summary>The largest second derivative near a prediction.</summary>
    private Func<double, double> Curvature { get; init; } = _ => 0;

    /// <summary>Whether it is a function of their difference, which is rounded.</summary>
    private bool IsOfDifference { get; init; } = true;

    /// <summary>What changes its sign where the derivative jumps.</summary>
    private Func<double, double, double>? Kink { get; init; }

    /// <summary>The magnitudes of the terms of a value, where they have different signs.</summary>
    private Func<double, double, double>? Terms { get; init; }

    /// <summary>The magnitudes of the terms of a slope, each with its own rounding.</summary>
    private Func<double, double, double>? SlopeTerms { get; init; }

    private Func<Random, int, double[]> Targets { get; init; } = (random, length) => Draw(length, _ => 4 * random.NextSingle() - 2);

    private bool IsMeanOverSamples { get; init; }

    public static ElementwiseLoss MeanSquaredError() => new("MeanSquaredError", (p, t) => (p - t) * (p - t), (p, t) => 2 * (p - t)) { Curvature = _ => 2 };

    public static ElementwiseLoss MeanAbsoluteError() => new("MeanAbsoluteError", (p, t) => Math.Abs(p - t), (p, t) => Math.Sign(p - t)) { Kink = (p, t) => p - t };

    public static ElementwiseLoss Huber(float delta) => new(
        "Huber", (p, t) => Math.Abs(p - t) <= delta ? (p - t) * (p - t) / 2 : delta * (Math.Abs(p - t) - delta / 2), (p, t) => Math.Clamp(p - t, -delta, delta))
    {
        Curvature = _ => 1,
        ArgumentText = Written("Delta", delta),
    };

    public static ElementwiseLoss SmoothL1(float beta) => new(
        "SmoothL1", (p, t) => Math.Abs(p - t) < beta ? (p - t) * (p - t) / 2 / beta : Math.Abs(p - t) - beta / 2, (p, t) => Math.Clamp((p - t) / beta, -1, 1))
    {
        Curvature = _ => 1 / beta,
        ArgumentText = Written("Beta", beta),
    };

    public static ElementwiseLoss BinaryCrossEntropy(float positiveWeight = 1) => new(
        "BinaryCrossEntropy",
        (p, t) => MathFunctions.Softplus(-Math.Abs(p)) * (positiveWeight * t + 1 - t) + Math.Abs(p) * Missed(p, t, positiveWeight),
        (p, t) => p > 0 ? Missed(p, t, positiveWeight) - MathFunctions.Sigmoid(-p) * (positiveWeight * t + 1 - t) : MathFunctions.Sigmoid(p) * (positiveWeight * t + 1 - t) - positiveWeight * t)
    {
        Curvature = _ => 0.25 * Math.Max(1, positiveWeight),
        IsOfDifference = false,
        SlopeTerms = (p, t) => MathFunctions.Sigmoid(-Math.Abs(p)) * (positiveWeight * t + 1 - t) + Missed(p, t, positiveWeight),
        Targets = (random, length) => Draw(length, i => i % 3 == 0 ? random.Next(2) : random.NextSingle()),
        ArgumentText = Written("PositiveWeight", positiveWeight),
    };

    public static ElementwiseLoss Hinge() => new("Hinge", (p, t) => Math.Max(0, 1 - t * p), (p, t) => 1 - t * p > 0 ? -t : 0)
    {
        IsOfDifference = false,
        Kink = (p, t) => 1 - t * p,
        Terms = (p, t) => 1 - t * p > 0 ? 1 + Math.Abs(p) : 0,
        Targets = (random, length) => Draw(length, _ => 2 * random.Next(2) - 1),
    };

    public static ElementwiseLoss Poisson() => new("Poisson", (p, t) => Math.Exp(p) - t * p, (p, t) => Math.Exp(p) - t)
    {
        IsOfDifference = false,

        // A little beyond the prediction.
        Curvature = p => Math.Exp(p + 0.1),
        Kink = (p, _) => Math.Max(0, MostLogarithm - p),
        Terms = (p, t) => Math.Exp(p) + Math.Abs(t * p),
        SlopeTerms = (p, t) => Math.Exp(p) + t,
        Targets = (random, length) => Draw(length, _ => random.Next(6)),
    };

    public static ElementwiseLoss KLDivergence() => new("KLDivergence", (p, t) => t == 0 ? 0 : t * (Math.Log(t) - p), (_, t) => -t)
    {
        IsOfDifference = false,
        IsMeanOverSamples = true,
        Terms = (p, t) => t == 0 ? 0 : t * (Math.Abs(Math.Log(t)) + Math.Abs(p)),
        Targets = (random, length) => SoftmaxCrossEntropy.DrawProbabilities(random, length, withZeros: true),
    };

    public static ElementwiseLoss Pinball(float quantile) => new(
        "Loss", (p, t) => t > p ? quantile * (t - p) : (1 - (double)quantile) * (p - t), (p, t) => t > p ? -quantile : 1 - (double)quantile)
    {
        Kink = (p, t) => p - t,
        ArgumentText = $"typeof(Own), nameof(Own.Pinball), {quantile.ToString("R", CultureInfo.InvariantCulture)}f",
    };

    public static ElementwiseLoss Charbonnier() => new("Loss", (p, t) => Math.Sqrt((p - t) * (p - t) + 0.25), (p, t) => (p - t) / Math.Sqrt((p - t) * (p - t) + 0.25))
    {
        Curvature = _ => 2,
        ArgumentText = "typeof(Own), nameof(Own.Charbonnier)",
    };

    public override int Elements(Extent output) => IsMeanOverSamples ? 1 : base.Elements(output);

    public override double[] DrawTarget(Random random, int length) => Targets(random, length);

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        double sum = 0, error = 0, magnitude = 0;
        for (int i = 0; i < output.Length; i++)
        {
            (double p, double t) = (output.Value[i], target[i]);
            double value = function(p, t), slope = derivative(p, t), curvature = Curvature(p);
            double argumentError = output.Error[i] + (IsOfDifference ? Rounding.Unit * Math.Abs(p - t) : 0);
            if (Kink is not null)
                pass.DependOnSign(Kink(p, t), argumentError + (IsOfDifference ? 0 : Rounding.Unit * Math.Abs(Kink(p, t))));
            sum += value;
            error += (Math.Abs(slope) + curvature * argumentError) * argumentError;
            magnitude += Terms?.Invoke(p, t) ?? value;
            double own = SlopeTerms?.Invoke(p, t) ?? Math.Abs(slope);
            gradient.Add(i, scale * slope, scale * (curvature * argumentError + 8 * Rounding.Unit * own) + Rounding.Tiny);
        }

        return (sum, error + Rounding.Of(output.Length + 8) * magnitude);
    }

    private static string? Written(string name, float value) => value == 1 ? null : $"{name} = {value.ToString("R", CultureInfo.InvariantCulture)}f";

    private static double[] Draw(int length, Func<int, double> draw) => [.. Enumerable.Range(0, length).Select(draw)];

    /// <summary>How far a target is from the side on which the logit is, times the weight of targets of 1.</summary>
    private static double Missed(double p, double t, double positiveWeight) => p > 0 ? 1 - t : positiveWeight * t;
}
