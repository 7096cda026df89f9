using System.ComponentModel;

namespace DslNet.Numerics;

/// <summary>
/// Elementary functions of vectors, with the same bits on every processor that has FMA and in every width: for generated code only.
/// </summary>
/// <remarks>
/// <para>
/// They are made of + − × ÷, fused multiply-adds, comparisons and integer operations alone, all of which IEEE 754 defines
/// to the last bit, and of polynomials of this library; docs/numerics.md has their errors. NaN gives NaN.
/// </para>
/// <para>
/// Each function is written out once a width, the shorter vector a copy of the longer one's text (a test compares them).
/// Generic code over the width would compute the same, but each of its operations is one more call for the JIT to inline,
/// and a method may hold only so many of them and of the temporaries they bring.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    /// <summary>The bit that holds a float's sign.</summary>
    private const float SignBit = -0f;

    /// <summary>The smallest float that is not subnormal, 2⁻¹²⁶.</summary>
    private const float SmallestNormal = 1.17549435e-38f;
}
