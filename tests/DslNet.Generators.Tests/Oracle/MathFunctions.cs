namespace DslNet.Generators.Tests.Oracle;

/// <summary>Functions that the run-time library lacks, in double precision.</summary>
internal static class MathFunctions
{
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    public static double Mish(double x) => x * Math.Tanh(Softplus(x));

    public static double MishDerivative(double x)
    {
        double tanh = Math.Tanh(Softplus(x));
        return tanh + x * (1 - tanh * tanh) * Sigmoid(x);
    }

    // Near zero the power series, elsewhere what it means.
    public static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    public static double Log1P(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);

    /// <summary>Φ(x).</summary>
    public static double NormalDistribution(double x) => x >= 0 ? 1 - Tail(x) : Tail(-x);

    // Abramowitz and Stegun 26.2.11 (a series of positive terms) and 26.2.14 (a continued fraction, for the far tail).
    private static double Tail(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (x < 3)
        {
            double sum = 0, term = x;
            for (int n = 1; term > 1e-18 * sum; n++)
            {
                sum += term;
                term *= x * x / (2 * n + 1);
            }

            return 0.5 - density * sum;
        }

        double fraction = x;
        for (int n = 200; n > 0; n--)
            fraction = x + n / fraction;
        return density / fraction;
    }
}
