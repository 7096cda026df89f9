using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // −ln 2, where z, see below, is ½.
    private const float SigmoidFar = -0.693147182f;

    /// <summary>1 / (1 + e^−x); 0 where x &lt; −87.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // With z = e^−|x| nothing overflows: 1/(1 + z) on the right, z/(1 + z) on the left.
        Vector256<float> minusAbs = x | Vector256.Create(SignBit);
        Vector256<float> z = ExpNonPositive(minusAbs);
        Vector256<float> one = Vector256<float>.One;
        Vector256<float> numerator = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), z, one);
        Vector256<float> y = numerator / (one + z);

        // Far out the numerator minus z·y is the same, and the rounding errors of sum and quotient hardly enter.
        Vector256<float> far = Vector256.MultiplyAddEstimate(-z, y, numerator);
        return Vector256.ConditionalSelect(Vector256.LessThan(minusAbs, Vector256.Create(SigmoidFar)), far, y);
    }

    /// <summary>The derivative of <see cref="Sigmoid(Vector256{float})"/>, from its value y: y·(1 − y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidDerivativeFromOutput(Vector256<float> y)
    {
        return y * (Vector256<float>.One - y);
    }

    /// <inheritdoc cref="Sigmoid(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        Vector128<float> minusAbs = x | Vector128.Create(SignBit);
        Vector128<float> z = ExpNonPositive(minusAbs);
        Vector128<float> one = Vector128<float>.One;
        Vector128<float> numerator = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), z, one);
        Vector128<float> y = numerator / (one + z);

        Vector128<float> far = MultiplyAdd(-z, y, numerator);
        return Vector128.ConditionalSelect(Vector128.LessThan(minusAbs, Vector128.Create(SigmoidFar)), far, y);
    }

    /// <inheritdoc cref="SigmoidDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidDerivativeFromOutput(Vector128<float> y)
    {
        return y * (Vector128<float>.One - y);
    }
}
