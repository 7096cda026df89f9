using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // Where the tail is 0. Clamping there keeps 0·∞ away.
    private const float GeluEnd = 13f;

    /// <summary>x·Φ(x), Φ the normal distribution's cumulative function; −0 where x &lt; −12.9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> x)
    {
        x = Max(Vector256.Create(-GeluEnd), x);
        Vector256<float> a = Min(Vector256.Create(GeluEnd), Vector256.AndNot(x, Vector256.Create(SignBit)));
        return x * NormalCumulative(x, a, NormalExp(a));
    }

    /// <summary>The derivative of <see cref="Gelu(Vector256{float})"/>: Φ(x) + x·φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluDerivative(Vector256<float> x)
    {
        x = Min(Vector256.Create(GeluEnd), Max(Vector256.Create(-GeluEnd), x));
        Vector256<float> a = Vector256.AndNot(x, Vector256.Create(SignBit));
        Vector256<float> exp = NormalExp(a);
        return Vector256.MultiplyAddEstimate(x * Vector256.Create(InverseSqrtTwoPi), exp, NormalCumulative(x, a, exp));
    }

    /// <inheritdoc cref="Gelu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> x)
    {
        x = Max(Vector128.Create(-GeluEnd), x);
        Vector128<float> a = Min(Vector128.Create(GeluEnd), Vector128.AndNot(x, Vector128.Create(SignBit)));
        return x * NormalCumulative(x, a, NormalExp(a));
    }

    /// <inheritdoc cref="GeluDerivative(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluDerivative(Vector128<float> x)
    {
        x = Min(Vector128.Create(GeluEnd), Max(Vector128.Create(-GeluEnd), x));
        Vector128<float> a = Vector128.AndNot(x, Vector128.Create(SignBit));
        Vector128<float> exp = NormalExp(a);
        return MultiplyAdd(x * Vector128.Create(InverseSqrtTwoPi), exp, NormalCumulative(x, a, exp));
    }
}
