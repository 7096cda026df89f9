using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

// What every function with eˣ in it shares: x = n·ln 2 + r, so that eˣ = 2ⁿ·eʳ with |r| ≤ ½ ln 2.
public static partial class VectorMath
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts (Cody and Waite, 1980), the first so short that its product with any n here is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    // 1.5·2²³: floats of this size are integers, so adding it rounds to an integer, which is then in the low bits.
    private const float RoundToInteger = 12582912f;

    // The same and the exponent's bias: the low bits, moved to the exponent's place, are those of the float 2ⁿ.
    private const float RoundToExponent = RoundToInteger + 127f;

    private const int ExponentShift = 23;

    // Below it eˣ is 0: the smallest results would be subnormal, and slow.
    private const float ExpSmallest = -87.3f;

    // (eʳ − 1 − r) / r², minimax on |r| ≤ 0.3485 (so wide that n may be off by one rounding), relative to eʳ.
    private const float Exp2 = 0.49999994f;
    private const float Exp3 = 0.166665182f;
    private const float Exp4 = 0.0416684262f;
    private const float Exp5 = 0.00836910307f;
    private const float Exp6 = 0.00138137874f;

    /// <summary>r = x − n·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpRemainder(Vector256<float> x, Vector256<float> n)
    {
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);
    }

    /// <summary>eʳ − 1 for a remainder r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpM1OfRemainder(Vector256<float> r)
    {
        // In pairs (Estrin, 1960): as many multiply-adds, and one step fewer to wait for than one term after the other.
        Vector256<float> square = r * r;
        Vector256<float> low = Vector256.MultiplyAddEstimate(r, Vector256.Create(Exp3), Vector256.Create(Exp2));
        Vector256<float> high = Vector256.MultiplyAddEstimate(r, Vector256.Create(Exp5), Vector256.Create(Exp4));
        high = Vector256.MultiplyAddEstimate(square, Vector256.Create(Exp6), high);
        return Vector256.MultiplyAddEstimate(Vector256.MultiplyAddEstimate(high, square, low), square, r);
    }

    /// <summary>2ⁿ, n ≤ 0, from n + <see cref="RoundToExponent"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<float> shifted)
    {
        return Vector256.ShiftLeft(shifted.AsInt32(), ExponentShift).AsSingle();
    }

    /// <inheritdoc cref="ExpRemainder(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpRemainder(Vector128<float> x, Vector128<float> n)
    {
        Vector128<float> r = MultiplyAdd(n, Vector128.Create(-Ln2High), x);
        return MultiplyAdd(n, Vector128.Create(-Ln2Low), r);
    }

    /// <inheritdoc cref="ExpM1OfRemainder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpM1OfRemainder(Vector128<float> r)
    {
        Vector128<float> square = r * r;
        Vector128<float> low = MultiplyAdd(r, Vector128.Create(Exp3), Vector128.Create(Exp2));
        Vector128<float> high = MultiplyAdd(r, Vector128.Create(Exp5), Vector128.Create(Exp4));
        high = MultiplyAdd(square, Vector128.Create(Exp6), high);
        return MultiplyAdd(MultiplyAdd(high, square, low), square, r);
    }

    /// <inheritdoc cref="PowerOfTwo(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<float> shifted)
    {
        return Vector128.ShiftLeft(shifted.AsInt32(), ExponentShift).AsSingle();
    }
}
