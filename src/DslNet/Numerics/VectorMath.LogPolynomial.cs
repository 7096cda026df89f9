using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // (ln(1 + f) − f + ½f²) / f³, minimax on √½ ≤ 1 + f ≤ √2, relative to ln(1 + f).
    private const float Log3 = 0.333333313f;
    private const float Log4 = -0.250008225f;
    private const float Log5 = 0.200012192f;
    private const float Log6 = -0.166232362f;
    private const float Log7 = 0.142018601f;
    private const float Log8 = -0.131615713f;
    private const float Log9 = 0.127615094f;
    private const float Log10 = -0.0763049051f;

    /// <summary>P in ln(1 + f) = f − ½f² + f³·P(f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogPolynomial(Vector256<float> f)
    {
        Vector256<float> p = Vector256.MultiplyAddEstimate(f, Vector256.Create(Log10), Vector256.Create(Log9));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log8));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log7));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log6));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log5));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log4));
        return Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log3));
    }

    /// <inheritdoc cref="LogPolynomial(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LogPolynomial(Vector128<float> f)
    {
        Vector128<float> p = MultiplyAdd(f, Vector128.Create(Log10), Vector128.Create(Log9));
        p = MultiplyAdd(p, f, Vector128.Create(Log8));
        p = MultiplyAdd(p, f, Vector128.Create(Log7));
        p = MultiplyAdd(p, f, Vector128.Create(Log6));
        p = MultiplyAdd(p, f, Vector128.Create(Log5));
        p = MultiplyAdd(p, f, Vector128.Create(Log4));
        return MultiplyAdd(p, f, Vector128.Create(Log3));
    }
}
