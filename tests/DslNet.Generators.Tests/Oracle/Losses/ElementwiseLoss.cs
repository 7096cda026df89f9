using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>A loss that is a sum of one function of prediction and target each.</summary>
internal sealed class ElementwiseLoss(
    string kind, Func<double, double, double> function, Func<double, double, double> derivative, double curvature,
    bool hasKink = false, bool ofProbabilities = false, string? argument = null) : OracleLoss
{
    public override string Kind => kind;

    public override string? Argument => argument;

    public static ElementwiseLoss MeanSquaredError() => new("MeanSquaredError", (p, t) => (p - t) * (p - t), (p, t) => 2 * (p - t), 2);

    public static ElementwiseLoss MeanAbsoluteError() =>
        new("MeanAbsoluteError", (p, t) => Math.Abs(p - t), (p, t) => Math.Sign(p - t), 0, hasKink: true);

    public static ElementwiseLoss Huber(float delta) => new(
        "Huber",
        (p, t) => Math.Abs(p - t) <= delta ? (p - t) * (p - t) / 2 : delta * (Math.Abs(p - t) - delta / 2),
        (p, t) => Math.Clamp(p - t, -delta, delta), 1, argument: delta == 1 ? null : $"Delta = {delta.ToString("R", CultureInfo.InvariantCulture)}f");

    public static ElementwiseLoss BinaryCrossEntropy() => new(
        "BinaryCrossEntropy", (p, t) => MathFunctions.Softplus(-Math.Abs(p)) + Math.Abs(p) * Missed(p, t),
        (p, t) => p > 0 ? Missed(p, t) - MathFunctions.Sigmoid(-p) : MathFunctions.Sigmoid(p) - t, 0.25, ofProbabilities: true);

    public static ElementwiseLoss Pinball(float quantile) => new(
        "Loss", (p, t) => t > p ? quantile * (t - p) : (1 - (double)quantile) * (p - t), (p, t) => t > p ? -quantile : 1 - (double)quantile, 0, hasKink: true,
        argument: $"typeof(Own), nameof(Own.Pinball), {quantile.ToString("R", CultureInfo.InvariantCulture)}f");

    public static ElementwiseLoss Charbonnier() => new(
        "Loss", (p, t) => Math.Sqrt((p - t) * (p - t) + 0.25), (p, t) => (p - t) / Math.Sqrt((p - t) * (p - t) + 0.25), 2, argument: "typeof(Own), nameof(Own.Charbonnier)");

    public override double[] DrawTarget(Random random, int length) => ofProbabilities
        ? [.. Enumerable.Range(0, length).Select(i => (double)(i % 3 == 0 ? random.Next(2) : random.NextSingle()))]
        : [.. Enumerable.Range(0, length).Select(_ => (double)(4 * random.NextSingle() - 2))];

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        double sum = 0, error = 0, magnitude = 0;
        for (int i = 0; i < output.Length; i++)
        {
            (double p, double t) = (output.Value[i], target[i]);
            double value = function(p, t), slope = derivative(p, t);
            double argumentError = output.Error[i] + (ofProbabilities ? 0 : Rounding.Unit * Math.Abs(p - t));
            if (hasKink)
                pass.DependOnSign(p - t, argumentError);
            sum += value;
            error += (Math.Abs(slope) + curvature * argumentError) * argumentError;

            // Of logits two terms are subtracted in the gradient, each with its own rounding.
            magnitude += value;
            double own = ofProbabilities ? MathFunctions.Sigmoid(-Math.Abs(p)) + Missed(p, t) : Math.Abs(slope);
            gradient.Add(i, scale * slope, scale * (curvature * argumentError + 8 * Rounding.Unit * own) + Rounding.Tiny);
        }

        return (sum, error + Rounding.Of(output.Length + 8) * magnitude);
    }

    /// <summary>How far a target is from the side on which the logit is.</summary>
    private static double Missed(double p, double t) => p > 0 ? 1 - t : t;
}
