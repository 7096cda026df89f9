using System.Runtime.CompilerServices;

namespace DslNet.Numerics;

/// <summary>Elementary functions of single doubles, with the same bits on every machine, of + − × ÷ alone (C# fuses none of them by itself).</summary>
internal static class ScalarMath
{
    private const double Ln2High = 0.693147180369123816490; // 32 bits: its products with an exponent are exact
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double SqrtHalf = 0.70710678118654752440;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>The natural logarithm: −∞ of zero, NaN of less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Log(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;

        int exponent = 0;
        if (!double.IsNormal(x))
        {
            x *= 1L << MantissaBits;
            exponent = -MantissaBits;
        }

        // x = m·2ⁿ with m in [√½, √2).
        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> MantissaBits) - (ExponentBias - 1);
        double m = BitConverter.Int64BitsToDouble(bits & ((1L << MantissaBits) - 1) | (long)(ExponentBias - 1) << MantissaBits);
        if (m < SqrtHalf)
        {
            m *= 2;
            exponent--;
        }

        // ln(1 + f) = 2·artanh(s), s = f/(2 + f), whose Taylor series has ratios of s² ≤ 0.0295: twelve terms are enough.
        // 2s itself is f − s·f, which keeps the leading term exact.
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double series = 0;
        for (int k = 12; k >= 1; k--)
            series = (series + 2.0 / (2 * k + 1)) * z;
        return exponent * Ln2High + (f - (s * (f - series) - exponent * Ln2Low));
    }
}
