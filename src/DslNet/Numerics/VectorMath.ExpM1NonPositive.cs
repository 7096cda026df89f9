using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // From here on eˣ − 1 is −1 to the last bit.
    private const float ExpM1Smallest = -26f;

    /// <summary>eˣ − 1, exact to the last bits near 0 too, where x is 0 or less, or NaN; elsewhere anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpM1NonPositive(Vector256<float> x)
    {
        // 2ⁿ·eʳ − 1 = 2ⁿ·(eʳ − 1) + (2ⁿ − 1), whose second term is exact, and 0 where the result is small.
        x = Max(Vector256.Create(ExpM1Smallest), x);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(RoundToExponent));
        Vector256<float> scale = PowerOfTwo(shifted);
        Vector256<float> p = ExpM1OfRemainder(ExpRemainder(x, shifted - Vector256.Create(RoundToExponent)));
        return Vector256.MultiplyAddEstimate(p, scale, scale - Vector256<float>.One);
    }

    /// <inheritdoc cref="ExpM1NonPositive(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpM1NonPositive(Vector128<float> x)
    {
        x = Max(Vector128.Create(ExpM1Smallest), x);
        Vector128<float> shifted = MultiplyAdd(x, Vector128.Create(Log2E), Vector128.Create(RoundToExponent));
        Vector128<float> scale = PowerOfTwo(shifted);
        Vector128<float> p = ExpM1OfRemainder(ExpRemainder(x, shifted - Vector128.Create(RoundToExponent)));
        return MultiplyAdd(p, scale, scale - Vector128<float>.One);
    }
}
