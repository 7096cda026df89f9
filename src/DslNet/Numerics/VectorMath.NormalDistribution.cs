using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

// The normal distribution, as GELU and its derivative need it.
public static partial class VectorMath
{
    // Farther out the tail is 0: what is left of it would be subnormal.
    private const float NormalEnd = 12.9f;

    private const float InverseSqrtTwoPi = 0.398942280f;

    // e^(½a²)·Q(a) = t·P(s), Q the upper tail, t = 1/(1 + 0.3a), s = a·t, minimax on 0 ≤ a ≤ 12.95, relative to Q.
    // P(0) is ½: near 0, where most numbers are, the errors of s and t hardly enter.
    private const float TailScale = 0.3f;
    private const float Tail0 = 0.5f;
    private const float Tail1 = -0.248942196f;
    private const float Tail2 = 0.0556333549f;
    private const float Tail3 = -0.00218842085f;
    private const float Tail4 = -0.00113036204f;
    private const float Tail5 = 5.53385798e-05f;
    private const float Tail6 = 8.22338461e-06f;
    private const float Tail7 = 1.52667781e-05f;
    private const float Tail8 = -4.74345643e-06f;
    private const float Tail9 = 4.01253374e-07f;

    /// <summary>e^(−½a²) of a ≥ 0, its error a few units however small it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NormalExp(Vector256<float> a)
    {
        // The square's rounding error, times 80, would be an error of dozens of units in the result: it is carried along.
        Vector256<float> square = a * a;
        Vector256<float> error = Vector256.MultiplyAddEstimate(a, a, -square);
        Vector256<float> minusHalf = Vector256.Create(-0.5f);
        Vector256<float> x = square * minusHalf;

        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(RoundToExponent));
        Vector256<float> r = ExpRemainder(x, shifted - Vector256.Create(RoundToExponent));
        r = Vector256.MultiplyAddEstimate(error, minusHalf, r);
        Vector256<float> scale = PowerOfTwo(shifted);
        Vector256<float> y = Vector256.MultiplyAddEstimate(ExpM1OfRemainder(r), scale, scale);
        return Vector256.AndNot(y, Vector256.GreaterThan(a, Vector256.Create(NormalEnd)));
    }

    /// <summary>Φ(x), from a = |x| and e^(−½a²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NormalCumulative(Vector256<float> x, Vector256<float> a, Vector256<float> exp)
    {
        Vector256<float> one = Vector256<float>.One;
        Vector256<float> t = one / Vector256.MultiplyAddEstimate(a, Vector256.Create(TailScale), one);
        Vector256<float> s = a * t;
        Vector256<float> p = Vector256.MultiplyAddEstimate(s, Vector256.Create(Tail9), Vector256.Create(Tail8));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail7));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail6));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail5));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail4));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail3));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail2));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail1));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(Tail0));
        Vector256<float> tail = t * p * exp;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), tail, one - tail);
    }

    /// <inheritdoc cref="NormalExp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> NormalExp(Vector128<float> a)
    {
        Vector128<float> square = a * a;
        Vector128<float> error = MultiplyAdd(a, a, -square);
        Vector128<float> minusHalf = Vector128.Create(-0.5f);
        Vector128<float> x = square * minusHalf;

        Vector128<float> shifted = MultiplyAdd(x, Vector128.Create(Log2E), Vector128.Create(RoundToExponent));
        Vector128<float> r = ExpRemainder(x, shifted - Vector128.Create(RoundToExponent));
        r = MultiplyAdd(error, minusHalf, r);
        Vector128<float> scale = PowerOfTwo(shifted);
        Vector128<float> y = MultiplyAdd(ExpM1OfRemainder(r), scale, scale);
        return Vector128.AndNot(y, Vector128.GreaterThan(a, Vector128.Create(NormalEnd)));
    }

    /// <inheritdoc cref="NormalCumulative(Vector256{float}, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> NormalCumulative(Vector128<float> x, Vector128<float> a, Vector128<float> exp)
    {
        Vector128<float> one = Vector128<float>.One;
        Vector128<float> t = one / MultiplyAdd(a, Vector128.Create(TailScale), one);
        Vector128<float> s = a * t;
        Vector128<float> p = MultiplyAdd(s, Vector128.Create(Tail9), Vector128.Create(Tail8));
        p = MultiplyAdd(p, s, Vector128.Create(Tail7));
        p = MultiplyAdd(p, s, Vector128.Create(Tail6));
        p = MultiplyAdd(p, s, Vector128.Create(Tail5));
        p = MultiplyAdd(p, s, Vector128.Create(Tail4));
        p = MultiplyAdd(p, s, Vector128.Create(Tail3));
        p = MultiplyAdd(p, s, Vector128.Create(Tail2));
        p = MultiplyAdd(p, s, Vector128.Create(Tail1));
        p = MultiplyAdd(p, s, Vector128.Create(Tail0));
        Vector128<float> tail = t * p * exp;
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), tail, one - tail);
    }
}
