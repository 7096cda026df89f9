using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // 2¹⁷: up to there a remainder has its bits, and beyond it neighbouring floats are a hundredth apart.
    private const float SineEnd = 131072f;

    private const float TwoOverPi = 0.636619747f;

    // π/2 in three parts (Cody and Waite, 1980). Fused multiply-adds need no short ones: x − n·high is exact.
    private const float HalfPiHigh = 1.57079637f;
    private const float HalfPiMiddle = -4.37113883e-8f;
    private const float HalfPiLow = -1.71512451e-15f;

    // (sin r − r)/r³ in r², minimax on |r| ≤ 0.79, relative to sin r.
    private const float Sine3 = -0.166666538f;
    private const float Sine5 = 0.00833210628f;
    private const float Sine7 = -0.000195078828f;

    // (cos r − 1 + r²/2)/r⁴ in r², minimax on |r| ≤ 0.79, relative to cos r.
    private const float Cosine4 = 0.0416666456f;
    private const float Cosine6 = -0.00138873036f;
    private const float Cosine8 = 2.44312014e-5f;

    // From the second bit of an integer to the sign of a float.
    private const int SignOfTwo = 30;

    /// <summary>The sine; that of ±131,072, the end of the range, beyond it, and NaN of infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        return SineOfQuadrant(x, Vector256<int>.Zero);
    }

    /// <summary>The cosine; that of 131,072, the end of the range, beyond it, and NaN of infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x)
    {
        return SineOfQuadrant(x, Vector256<int>.One);
    }

    /// <summary>The sine of x and some quarters of a circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> SineOfQuadrant(Vector256<float> x, Vector256<int> quarters)
    {
        Vector256<float> limited = Min(Vector256.Create(SineEnd), Max(Vector256.Create(-SineEnd), x));
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(limited, Vector256.Create(TwoOverPi), Vector256.Create(RoundToInteger));
        Vector256<float> n = shifted - Vector256.Create(RoundToInteger);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-HalfPiHigh), limited);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-HalfPiMiddle), r);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-HalfPiLow), r);

        // x − x is 0, or NaN where x is infinite.
        Vector256<float> square = Vector256.MultiplyAddEstimate(r, r, x - x);
        Vector256<float> sine = Vector256.MultiplyAddEstimate(square, Vector256.Create(Sine7), Vector256.Create(Sine5));
        sine = Vector256.MultiplyAddEstimate(sine, square, Vector256.Create(Sine3));
        sine = Vector256.MultiplyAddEstimate(sine, square * r, r);
        Vector256<float> cosine = Vector256.MultiplyAddEstimate(square, Vector256.Create(Cosine8), Vector256.Create(Cosine6));
        cosine = Vector256.MultiplyAddEstimate(cosine, square, Vector256.Create(Cosine4));
        cosine = Vector256.MultiplyAddEstimate(cosine, square * square, Vector256.MultiplyAddEstimate(square, Vector256.Create(-0.5f), Vector256<float>.One));

        // Quadrants from zero on: sin r, cos r, −sin r, −cos r.
        Vector256<int> quadrant = shifted.AsInt32() + quarters;
        Vector256<float> isEven = Vector256.Equals(quadrant & Vector256<int>.One, Vector256<int>.Zero).AsSingle();
        Vector256<float> y = Vector256.ConditionalSelect(isEven, sine, cosine);
        return y ^ Vector256.ShiftLeft(quadrant & Vector256.Create(2), SignOfTwo).AsSingle();
    }

    /// <inheritdoc cref="Sin(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sin(Vector128<float> x)
    {
        return SineOfQuadrant(x, Vector128<int>.Zero);
    }

    /// <inheritdoc cref="Cos(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x)
    {
        return SineOfQuadrant(x, Vector128<int>.One);
    }

    /// <inheritdoc cref="SineOfQuadrant(Vector256{float}, Vector256{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> SineOfQuadrant(Vector128<float> x, Vector128<int> quarters)
    {
        Vector128<float> limited = Min(Vector128.Create(SineEnd), Max(Vector128.Create(-SineEnd), x));
        Vector128<float> shifted = MultiplyAdd(limited, Vector128.Create(TwoOverPi), Vector128.Create(RoundToInteger));
        Vector128<float> n = shifted - Vector128.Create(RoundToInteger);
        Vector128<float> r = MultiplyAdd(n, Vector128.Create(-HalfPiHigh), limited);
        r = MultiplyAdd(n, Vector128.Create(-HalfPiMiddle), r);
        r = MultiplyAdd(n, Vector128.Create(-HalfPiLow), r);

        Vector128<float> square = MultiplyAdd(r, r, x - x);
        Vector128<float> sine = MultiplyAdd(square, Vector128.Create(Sine7), Vector128.Create(Sine5));
        sine = MultiplyAdd(sine, square, Vector128.Create(Sine3));
        sine = MultiplyAdd(sine, square * r, r);
        Vector128<float> cosine = MultiplyAdd(square, Vector128.Create(Cosine8), Vector128.Create(Cosine6));
        cosine = MultiplyAdd(cosine, square, Vector128.Create(Cosine4));
        cosine = MultiplyAdd(cosine, square * square, MultiplyAdd(square, Vector128.Create(-0.5f), Vector128<float>.One));

        Vector128<int> quadrant = shifted.AsInt32() + quarters;
        Vector128<float> isEven = Vector128.Equals(quadrant & Vector128<int>.One, Vector128<int>.Zero).AsSingle();
        Vector128<float> y = Vector128.ConditionalSelect(isEven, sine, cosine);
        return y ^ Vector128.ShiftLeft(quadrant & Vector128.Create(2), SignOfTwo).AsSingle();
    }
}
