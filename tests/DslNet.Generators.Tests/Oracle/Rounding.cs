namespace DslNet.Generators.Tests.Oracle;

/// <summary>
/// The rounding of single precision, from which all tolerances are derived: each layer passes on the error of what it reads
/// (times its derivative) and adds that of its own operations. Nothing is tuned to what the generator happens to reach.
/// </summary>
internal static class Rounding
{
    /// <summary>Half the spacing of floats at 1: the relative error of one operation.</summary>
    public const double Unit = 1.0 / (1 << 24);

    /// <summary>Results below it may become zero.</summary>
    public const double Tiny = 1e-37;

    /// <summary>The largest error of a function of one number, in Unit (docs/numerics.md: 7 and 10 units in the last place, each twice Unit).</summary>
    public const double Function = 14, Derivative = 20;

    /// <summary>
    /// The error of so many operations one after another, relative to the sum of magnitudes: n·u at worst (Wilkinson), and
    /// λ·√n·u but for a probability of 2·exp(−λ²/2), 3·10⁻¹⁴ for λ = 8 (Higham and Mary, SIAM J. Sci. Comput. 41, 2019).
    /// </summary>
    public static double Of(long operations) => Unit * Math.Min(operations, 8 * Math.Sqrt(operations));
}
