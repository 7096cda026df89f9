namespace DslNet.CompilerServices;

/// <summary>
/// The points of F(4 × 4, 3 × 3), minimal filtering of tiles of 4 × 4 outputs: 0, ±<see cref="A"/>, ±<see cref="B"/> and infinity. Polynomials are evaluated there,
/// multiplied value by value, and interpolated. The usual points ±1 and ±2 cost twice as many digits (see docs/numerics.md). All constants but the filters' are exact.
/// </summary>
internal static class WinogradPoints
{
    /// <summary>Values of a tile along one axis, of image, filter and products: one per point.</summary>
    public const int Count = 6;

    /// <summary>Values of a tile.</summary>
    public const int Positions = Count * Count;

    /// <summary>Outputs of a tile along one axis.</summary>
    public const int Outputs = 4;

    /// <summary>Taps of a filter along one axis.</summary>
    public const int Taps = 3;

    /// <summary>The smaller point.</summary>
    public const float A = 0.65625f;

    /// <summary>The larger point.</summary>
    public const float B = 1.59375f;
}
