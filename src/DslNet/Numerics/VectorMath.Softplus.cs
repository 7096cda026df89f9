using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // √2 − 1.
    private const float SqrtTwoMinusOne = 0.414213568f;

    /// <summary>ln(1 + eˣ), exact to the last bits in both tails; 0 where x &lt; −87.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x)
    {
        // = max(x, 0) + ln(1 + z), where z = e^−|x|, at most 1. The polynomial's domain ends before that:
        // beyond, ln(1 + z) = ln 2 + ln(1 + (z − 1)/2).
        Vector256<float> z = ExpNonPositive(x | Vector256.Create(SignBit));
        Vector256<float> halved = Vector256.GreaterThan(z, Vector256.Create(SqrtTwoMinusOne));
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<float> f = Vector256.ConditionalSelect(halved, Vector256.MultiplyAddEstimate(z, half, -half), z);

        Vector256<float> square = f * f;
        Vector256<float> y = Vector256.MultiplyAddEstimate(LogPolynomial(f), square * f, halved & Vector256.Create(Ln2Low));
        y = Vector256.MultiplyAddEstimate(square, -half, y);
        return Max(x, Vector256<float>.Zero) + (f + y + (halved & Vector256.Create(Ln2High)));
    }

    /// <summary>The derivative of <see cref="Softplus(Vector256{float})"/>, which is the sigmoid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftplusDerivative(Vector256<float> x)
    {
        return Sigmoid(x);
    }

    /// <inheritdoc cref="Softplus(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x)
    {
        Vector128<float> z = ExpNonPositive(x | Vector128.Create(SignBit));
        Vector128<float> halved = Vector128.GreaterThan(z, Vector128.Create(SqrtTwoMinusOne));
        Vector128<float> half = Vector128.Create(0.5f);
        Vector128<float> f = Vector128.ConditionalSelect(halved, MultiplyAdd(z, half, -half), z);

        Vector128<float> square = f * f;
        Vector128<float> y = MultiplyAdd(LogPolynomial(f), square * f, halved & Vector128.Create(Ln2Low));
        y = MultiplyAdd(square, -half, y);
        return Max(x, Vector128<float>.Zero) + (f + y + (halved & Vector128.Create(Ln2High)));
    }

    /// <inheritdoc cref="SoftplusDerivative(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftplusDerivative(Vector128<float> x)
    {
        return Sigmoid(x);
    }
}
