using System.Runtime.CompilerServices;

namespace DslNet.Numerics;

/// <summary>
/// The inverse of the normal distribution's cumulative function, with the same bits on every machine: three rational
/// functions after M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
/// Applied Statistics 37 (1988), 477–484, whose PPND16 has relative errors of about 10⁻¹⁶.
/// </summary>
internal static class InverseNormal
{
    private const double CentralHalfWidth = 0.425, CentralConstant = 0.180625, TailBorder = 5, TailShift = 1.6;

    private static ReadOnlySpan<double> CentralNumerator =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>The x of which a standard normal number is below x with probability p; ∓∞ of 0 and 1, NaN outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Of(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= CentralHalfWidth)
        {
            double r = CentralConstant - q * q;
            return q * (Horner(CentralNumerator, r) / Horner(CentralDenominator, r));
        }

        double tail = q < 0 ? p : 1 - p;
        if (!(tail > 0))
            return tail == 0 ? q < 0 ? double.NegativeInfinity : double.PositiveInfinity : double.NaN;

        double root = Math.Sqrt(-ScalarMath.Log(tail));
        double x = root <= TailBorder
            ? Horner(MiddleNumerator, root - TailShift) / Horner(MiddleDenominator, root - TailShift)
            : Horner(FarNumerator, root - TailBorder) / Horner(FarDenominator, root - TailBorder);
        return q < 0 ? -x : x;
    }

    private static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }
}
