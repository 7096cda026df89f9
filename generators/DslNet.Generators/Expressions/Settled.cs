namespace DslNet.Generators.Expressions;

/// <summary>
/// Values without denormals. Added to a value and subtracted again, 2⁻⁷³ leaves magnitudes from 2⁻⁴⁸ (3.6e-15) on alone, and makes others multiples of 2⁻⁹⁷.
/// </summary>
internal static class Settled
{
    /// <summary>2⁻⁷³.</summary>
    public const float Grid = 1.0587912e-22f;

    /// <summary>A value that is rounded so.</summary>
    public static Expr Of(Expr value) => value + Grid - Grid;
}
