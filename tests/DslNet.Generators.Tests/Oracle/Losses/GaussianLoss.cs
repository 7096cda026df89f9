namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>The negative log-likelihood of a normal distribution, without its constant: a loss of one's own of two outputs, the mean and the logarithm of the variance.</summary>
internal sealed class GaussianLoss : OracleLoss
{
    public override string Kind => "Loss";

    public override string Argument => "typeof(Own), nameof(Own.Gaussian)";

    public override int Elements(Extent output) => 1;

    public override double[] DrawTarget(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (double)(4 * random.NextSingle() - 2))];

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        (double mean, double logVariance) = (output.Value[0], output.Value[1]);
        double difference = mean - target[0], precision = Math.Exp(-logVariance), square = difference * difference * precision;
        double differenceError = output.Error[0] + Rounding.Unit * Math.Abs(difference), relative = output.Error[1] + 16 * Rounding.Unit;
        double byMean = difference * precision, error = precision * differenceError + Math.Abs(byMean) * relative;
        gradient.Add(0, scale * byMean, scale * error + Rounding.Tiny);

        // Half of 1 − d²/σ².
        double squareError = 2 * Math.Abs(difference) * precision * differenceError + square * relative;
        gradient.Add(1, scale * (1 - square) / 2, scale * (squareError + 4 * Rounding.Unit * (1 + square)) + Rounding.Tiny);
        return ((logVariance + square) / 2, squareError + output.Error[1] + 4 * Rounding.Unit * (Math.Abs(logVariance) + square));
    }
}
