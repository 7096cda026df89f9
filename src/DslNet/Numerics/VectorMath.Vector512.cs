using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Numerics;

/// <summary>
/// The widest vectors: what is computed while sums are in registers, and the functions of gates. Everything else is left to kernels of half the width.
/// </summary>
public static partial class VectorMath
{
    /// <inheritdoc cref="Max(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b)
    {
        return Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    /// <inheritdoc cref="Min(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b)
    {
        return Avx512F.IsSupported ? Avx512F.Min(a, b) : Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    /// <inheritdoc cref="MaxOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxOrNaN(Vector512<float> a, Vector512<float> b)
    {
        return Max(a, b | Vector512.IsNaN(a));
    }

    /// <inheritdoc cref="MinOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MinOrNaN(Vector512<float> a, Vector512<float> b)
    {
        return Min(a, b | Vector512.IsNaN(a));
    }

    /// <inheritdoc cref="SigmoidDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidDerivativeFromOutput(Vector512<float> y)
    {
        return y * (Vector512<float>.One - y);
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhDerivativeFromOutput(Vector512<float> y)
    {
        return Vector512.MultiplyAddEstimate(-y, y, Vector512<float>.One);
    }

    /// <inheritdoc cref="Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> sign = Vector512.Create(SignBit);
        Vector512<float> half = Max(Vector512.Create(0.5f * ExpM1Smallest), x | sign);
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(half, Vector512.Create(2 * Log2E), Vector512.Create(RoundToExponent));
        Vector512<float> scale = PowerOfTwo(shifted);
        Vector512<float> p = ExpM1OfRemainder(ExpRemainder(half + half, shifted - Vector512.Create(RoundToExponent)));

        Vector512<float> difference = Vector512.MultiplyAddEstimate(p, scale, scale - Vector512<float>.One);
        Vector512<float> sum = Vector512.MultiplyAddEstimate(p, scale, scale + Vector512<float>.One);
        return Vector512.ConditionalSelect(sign, x, difference / sum);
    }

    /// <inheritdoc cref="Sigmoid(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> minusAbs = x | Vector512.Create(SignBit);
        Vector512<float> z = ExpNonPositive(minusAbs);
        Vector512<float> one = Vector512<float>.One;
        Vector512<float> numerator = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), z, one);
        Vector512<float> y = numerator / (one + z);

        Vector512<float> far = Vector512.MultiplyAddEstimate(-z, y, numerator);
        return Vector512.ConditionalSelect(Vector512.LessThan(minusAbs, Vector512.Create(SigmoidFar)), far, y);
    }

    /// <inheritdoc cref="ExpNonPositive(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpNonPositive(Vector512<float> x)
    {
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(RoundToExponent));
        Vector512<float> r = ExpRemainder(x, shifted - Vector512.Create(RoundToExponent));
        Vector512<float> scale = PowerOfTwo(shifted);
        Vector512<float> y = Vector512.MultiplyAddEstimate(ExpM1OfRemainder(r), scale, scale);
        return Vector512.AndNot(y, Vector512.LessThan(x, Vector512.Create(ExpSmallest)));
    }

    /// <inheritdoc cref="ExpRemainder(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpRemainder(Vector512<float> x, Vector512<float> n)
    {
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
    }

    /// <inheritdoc cref="ExpM1OfRemainder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1OfRemainder(Vector512<float> r)
    {
        Vector512<float> square = r * r;
        Vector512<float> low = Vector512.MultiplyAddEstimate(r, Vector512.Create(Exp3), Vector512.Create(Exp2));
        Vector512<float> high = Vector512.MultiplyAddEstimate(r, Vector512.Create(Exp5), Vector512.Create(Exp4));
        high = Vector512.MultiplyAddEstimate(square, Vector512.Create(Exp6), high);
        return Vector512.MultiplyAddEstimate(Vector512.MultiplyAddEstimate(high, square, low), square, r);
    }

    /// <inheritdoc cref="PowerOfTwo(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> shifted)
    {
        return Vector512.ShiftLeft(shifted.AsInt32(), ExponentShift).AsSingle();
    }
}
