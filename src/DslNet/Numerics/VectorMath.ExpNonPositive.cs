using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary><see cref="Exp(Vector256{float})"/>, the same bits, where x is 0 or less, or NaN; elsewhere anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpNonPositive(Vector256<float> x)
    {
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(RoundToExponent));
        Vector256<float> r = ExpRemainder(x, shifted - Vector256.Create(RoundToExponent));
        Vector256<float> scale = PowerOfTwo(shifted);
        Vector256<float> y = Vector256.MultiplyAddEstimate(ExpM1OfRemainder(r), scale, scale);
        return Vector256.AndNot(y, Vector256.LessThan(x, Vector256.Create(ExpSmallest)));
    }

    /// <inheritdoc cref="ExpNonPositive(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ExpNonPositive(Vector128<float> x)
    {
        Vector128<float> shifted = MultiplyAdd(x, Vector128.Create(Log2E), Vector128.Create(RoundToExponent));
        Vector128<float> r = ExpRemainder(x, shifted - Vector128.Create(RoundToExponent));
        Vector128<float> scale = PowerOfTwo(shifted);
        Vector128<float> y = MultiplyAdd(ExpM1OfRemainder(r), scale, scale);
        return Vector128.AndNot(y, Vector128.LessThan(x, Vector128.Create(ExpSmallest)));
    }
}
