using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // Where e²ˣ is about 1/8.
    private const float TanhFar = -1.04f;

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

        // With z = e²ˣ: near zero (z − 1)/(1 + z); farther out 2·(z/(1 + z)) − 1, so that the rounding errors of sum and quotient hardly
        // enter, and the result is −1 only where that is the nearest float. Numerator and denominator are rounded once.
        Vector256<float> near = Vector256.AndNot(Vector256<float>.One, Vector256.LessThan(half, Vector256.Create(TanhFar)));
        Vector256<float> numerator = Vector256.MultiplyAddEstimate(p, scale, scale - near);
        Vector256<float> sum = Vector256.MultiplyAddEstimate(p, scale, scale + Vector256<float>.One);
        Vector256<float> y = Vector256.MultiplyAddEstimate(numerator / sum, Vector256.Create(2f) - near, near - Vector256<float>.One);
        return Vector256.ConditionalSelect(sign, x, y);
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
        Vector128<float> shifted = Vector128.MultiplyAddEstimate(half, Vector128.Create(2 * Log2E), Vector128.Create(RoundToExponent));
        Vector128<float> scale = PowerOfTwo(shifted);
        Vector128<float> p = ExpM1OfRemainder(ExpRemainder(half + half, shifted - Vector128.Create(RoundToExponent)));

        Vector128<float> near = Vector128.AndNot(Vector128<float>.One, Vector128.LessThan(half, Vector128.Create(TanhFar)));
        Vector128<float> numerator = Vector128.MultiplyAddEstimate(p, scale, scale - near);
        Vector128<float> sum = Vector128.MultiplyAddEstimate(p, scale, scale + Vector128<float>.One);
        Vector128<float> y = Vector128.MultiplyAddEstimate(numerator / sum, Vector128.Create(2f) - near, near - Vector128<float>.One);
        return Vector128.ConditionalSelect(sign, x, y);
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhDerivativeFromOutput(Vector128<float> y)
    {
        return Vector128.MultiplyAddEstimate(-y, y, Vector128<float>.One);
    }
}
