namespace DslNet.Tests.Numerics;

/// <summary>The functions in double precision, with errors far below a float's last place, in relative terms too.</summary>
internal static class Reference
{
    private const double TwoOverSqrtPi = 1.12837916709551257390;
    private const double SqrtPi = 1.77245385090551602730;
    private const double SqrtHalf = 0.70710678118654752440;
    private const double InverseSqrtTwoPi = 0.39894228040143267794;

    internal static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    internal static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    internal static double Tanh(double x) => Math.Abs(x) < 1e-3 ? x - x * x * x / 3 + 2 * x * x * x * x * x / 15 : Math.Tanh(x);

    internal static double Elu(double x) => x > 0 ? x : ExpM1(x);

    internal static double EluDerivative(double x) => x > 0 ? 1 : Math.Exp(x);

    internal static double Silu(double x) => x * Sigmoid(x);

    internal static double SiluDerivative(double x) => Sigmoid(x) * (1 + x * Sigmoid(-x));

    internal static double Mish(double x) => x * Tanh(Softplus(x));

    internal static double MishDerivative(double x)
    {
        double tanh = Tanh(Softplus(x));
        return tanh + x * (1 - tanh * tanh) * Sigmoid(x);
    }

    internal static double Gelu(double x) => x * Normal(x);

    internal static double GeluDerivative(double x) => Normal(x) + x * Math.Exp(-0.5 * x * x) * InverseSqrtTwoPi;

    /// <summary>The error function: a series of positive terms near 0, a continued fraction outside.</summary>
    internal static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
            return Math.Sign(x);
        if (Math.Abs(x) > 2.2)
            return x > 0 ? 1 - ErfcTail(x) : ErfcTail(-x) - 1;

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return TwoOverSqrtPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>The normal distribution's cumulative function.</summary>
    internal static double Normal(double x)
    {
        double y = -x * SqrtHalf;
        return 0.5 * (y > 2.2 ? ErfcTail(y) : 1 - Erf(y));
    }

    // 40 terms are enough for 13 digits from 2.2 on.
    private static double ErfcTail(double x)
    {
        double fraction = x;
        for (int k = 40; k >= 1; k--)
            fraction = x + k * 0.5 / fraction;
        return Math.Exp(-x * x) / (fraction * SqrtPi);
    }

    // Kahan's: the rounding error of 1 + z cancels in the ratio.
    private static double Log1P(double z)
    {
        double u = 1 + z;
        return u == 1 ? z : Math.Log(u) * (z / (u - 1));
    }

    private static double ExpM1(double x)
    {
        double u = Math.Exp(x);
        return u == 1 ? x : x < -40 ? -1 : (u - 1) * (x / Math.Log(u));
    }
}
