using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // √½: the significand is taken from [√½, √2), so that its logarithm is small, and 0 with it.
    private const int SqrtHalfBits = 0x3F3504F3;

    private const float TwoTo23 = 8388608f;

    /// <summary>The natural logarithm: −∞ of zero, NaN of less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // Subnormal numbers have no exponent to read: make them normal first.
        Vector256<float> subnormal = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<int> bits = Vector256.ConditionalSelect(subnormal, x * Vector256.Create(TwoTo23), x).AsInt32();
        Vector256<int> exponent = Vector256.ShiftRightArithmetic(bits - Vector256.Create(SqrtHalfBits), ExponentShift);
        Vector256<float> f = (bits - Vector256.ShiftLeft(exponent, ExponentShift)).AsSingle() - Vector256<float>.One;
        Vector256<float> n = Vector256.ConvertToSingle(exponent) - (subnormal & Vector256.Create(23f));

        Vector256<float> square = f * f;
        Vector256<float> y = LogPolynomial(f) * (square * f);
        y = Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2Low), y);
        y = Vector256.MultiplyAddEstimate(square, Vector256.Create(-0.5f), y);
        y = Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2High), f + y);

        y = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity)), y, x);
        y = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), y);
        return Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), y);
    }

    /// <inheritdoc cref="Log(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x)
    {
        Vector128<float> subnormal = Vector128.LessThan(x, Vector128.Create(SmallestNormal));
        Vector128<int> bits = Vector128.ConditionalSelect(subnormal, x * Vector128.Create(TwoTo23), x).AsInt32();
        Vector128<int> exponent = Vector128.ShiftRightArithmetic(bits - Vector128.Create(SqrtHalfBits), ExponentShift);
        Vector128<float> f = (bits - Vector128.ShiftLeft(exponent, ExponentShift)).AsSingle() - Vector128<float>.One;
        Vector128<float> n = Vector128.ConvertToSingle(exponent) - (subnormal & Vector128.Create(23f));

        Vector128<float> square = f * f;
        Vector128<float> y = LogPolynomial(f) * (square * f);
        y = MultiplyAdd(n, Vector128.Create(Ln2Low), y);
        y = MultiplyAdd(square, Vector128.Create(-0.5f), y);
        y = MultiplyAdd(n, Vector128.Create(Ln2High), f + y);

        y = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(float.PositiveInfinity)), y, x);
        y = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(float.NaN), y);
        return Vector128.ConditionalSelect(Vector128.Equals(x, Vector128<float>.Zero), Vector128.Create(float.NegativeInfinity), y);
    }
}
