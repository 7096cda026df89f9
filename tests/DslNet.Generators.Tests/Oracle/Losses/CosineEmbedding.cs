namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>1 − y·t / (|y|·|t|), over all values of a sample.</summary>
internal sealed class CosineEmbedding : OracleLoss
{
    private const double Epsilon = 1e-12f;

    public override string Kind => "CosineEmbedding";

    public override int Elements(Extent output) => 1;

    public override double[] DrawTarget(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (double)(4 * random.NextSingle() - 2))];

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        double[] y = output.Value;
        double square = y.Sum(value => value * value) + Epsilon, inverse = 1 / Math.Sqrt(square * (target.Sum(value => value * value) + Epsilon));
        double cosine = y.Zip(target, (a, b) => a * b).Sum() * inverse, terms = y.Zip(target, (a, b) => Math.Abs(a * b)).Sum() * inverse;
        double errors = Math.Sqrt(output.Error.Sum(value => value * value)), rounding = Rounding.Of(y.Length + 16);

        // A sample whose prediction is nearly nothing has no angle to speak of.
        pass.DependOnSign(Math.Max(0, Math.Sqrt(square) - 1000 * errors), errors);
        double error = rounding * (1 + terms + 2 * Math.Abs(cosine));
        for (int i = 0; i < y.Length; i++)
        {
            double slope = cosine * y[i] / square - target[i] * inverse;
            error += Math.Abs(slope) * output.Error[i];

            // A second derivative of the cosine is at most some 1/|y|².
            double own = rounding * (Math.Abs(y[i]) / square * (terms + 3 * Math.Abs(cosine)) + 3 * Math.Abs(target[i]) * inverse);
            gradient.Add(i, scale * slope, scale * (own + 4 * errors / square) + Rounding.Tiny);
        }

        return (1 - cosine, error + 4 * errors * errors / square);
    }
}
