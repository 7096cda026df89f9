using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // −ln 2, where z, see below, is ½.
    private const float SigmoidLeft = -0.693147182f;

    /// <summary>1 / (1 + e^−x); 0 where x &lt; −87.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // With z = e^−|x| nothing overflows: 1/(1 + z) on the right, z/(1 + z) on the left.
        Vector256<float> z = ExpNonPositive(x | Vector256.Create(SignBit));
        Vector256<float> one = Vector256<float>.One;
        Vector256<float> y = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), z, one) / (one + z);

        // Far left z − z·y is the same, and the rounding errors of sum and quotient hardly enter.
        Vector256<float> left = Vector256.MultiplyAddEstimate(-z, y, z);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(SigmoidLeft)), left, y);
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
        Vector128<float> z = ExpNonPositive(x | Vector128.Create(SignBit));
        Vector128<float> one = Vector128<float>.One;
        Vector128<float> y = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), z, one) / (one + z);

        Vector128<float> left = Vector128.MultiplyAddEstimate(-z, y, z);
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(SigmoidLeft)), left, y);
    }

    /// <inheritdoc cref="SigmoidDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidDerivativeFromOutput(Vector128<float> y)
    {
        return y * (Vector128<float>.One - y);
    }
}
