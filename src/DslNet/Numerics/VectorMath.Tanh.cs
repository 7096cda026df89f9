using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        // With x ≤ 0, tanh x = (e²ˣ − 1)/(e²ˣ + 1). It reduces 2x as ExpM1NonPositive does, but does not wait for the doubling.
        Vector256<float> sign = Vector256.Create(SignBit);
        Vector256<float> half = Max(Vector256.Create(0.5f * ExpM1Smallest), x | sign);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(half, Vector256.Create(2 * Log2E), Vector256.Create(RoundToExponent));
        Vector256<float> scale = PowerOfTwo(shifted);
        Vector256<float> p = ExpM1OfRemainder(ExpRemainder(half + half, shifted - Vector256.Create(RoundToExponent)));

        // Both are rounded once: the sum of the rounded difference and 2 would be worse.
        Vector256<float> difference = Vector256.MultiplyAddEstimate(p, scale, scale - Vector256<float>.One);
        Vector256<float> sum = Vector256.MultiplyAddEstimate(p, scale, scale + Vector256<float>.One);
        return Vector256.ConditionalSelect(sign, x, difference / sum);
    }

    /// <summary>The derivative of <see cref="Tanh(Vector256{float})"/>, from its value y: 1 − y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhDerivativeFromOutput(Vector256<float> y)
    {
        return Vector256.MultiplyAddEstimate(-y, y, Vector256<float>.One);
    }

    /// <inheritdoc cref="Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> sign = Vector128.Create(SignBit);
        Vector128<float> half = Max(Vector128.Create(0.5f * ExpM1Smallest), x | sign);
        Vector128<float> shifted = MultiplyAdd(half, Vector128.Create(2 * Log2E), Vector128.Create(RoundToExponent));
        Vector128<float> scale = PowerOfTwo(shifted);
        Vector128<float> p = ExpM1OfRemainder(ExpRemainder(half + half, shifted - Vector128.Create(RoundToExponent)));

        Vector128<float> difference = MultiplyAdd(p, scale, scale - Vector128<float>.One);
        Vector128<float> sum = MultiplyAdd(p, scale, scale + Vector128<float>.One);
        return Vector128.ConditionalSelect(sign, x, difference / sum);
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhDerivativeFromOutput(Vector128<float> y)
    {
        return MultiplyAdd(-y, y, Vector128<float>.One);
    }
}
