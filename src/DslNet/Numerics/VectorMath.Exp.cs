using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // The largest float whose exponential is not above the largest float.
    private const float ExpLargest = 88.7228317f;

    /// <summary>eˣ; 0 where x &lt; −87.3, since what is left of it would be subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(RoundToInteger));
        Vector256<float> r = ExpRemainder(x, shifted - Vector256.Create(RoundToInteger));
        Vector256<float> p = ExpM1OfRemainder(r) + Vector256<float>.One;

        // n is added to the exponent of p: 2¹²⁸, which a large x needs, is no float to multiply by.
        Vector256<float> y = (p.AsInt32() + Vector256.ShiftLeft(shifted.AsInt32(), ExponentShift)).AsSingle();

        // Too large or NaN: the sum is +∞ or NaN.
        y = Vector256.ConditionalSelect(
            Vector256.LessThanOrEqual(x, Vector256.Create(ExpLargest)), y, x + Vector256.Create(float.PositiveInfinity));
        return Vector256.AndNot(y, Vector256.LessThan(x, Vector256.Create(ExpSmallest)));
    }

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        Vector128<float> shifted = MultiplyAdd(x, Vector128.Create(Log2E), Vector128.Create(RoundToInteger));
        Vector128<float> r = ExpRemainder(x, shifted - Vector128.Create(RoundToInteger));
        Vector128<float> p = ExpM1OfRemainder(r) + Vector128<float>.One;

        Vector128<float> y = (p.AsInt32() + Vector128.ShiftLeft(shifted.AsInt32(), ExponentShift)).AsSingle();

        y = Vector128.ConditionalSelect(
            Vector128.LessThanOrEqual(x, Vector128.Create(ExpLargest)), y, x + Vector128.Create(float.PositiveInfinity));
        return Vector128.AndNot(y, Vector128.LessThan(x, Vector128.Create(ExpSmallest)));
    }
}
