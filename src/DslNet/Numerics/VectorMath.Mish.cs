using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // From here on the derivative is 1 to the last bit. Clamping there keeps 0·∞ away, and squares from being subnormal.
    private const float MishEnd = 24f;

    /// <summary>x·tanh(ln(1 + eˣ)); −0 where x &lt; −87.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> x)
    {
        // eˣ = a/b with a and b at most 1, so that nothing overflows, and tanh(ln(1 + a/b)) = n/d with n = a² + 2ab and d = n + 2b²: only what
        // is positive is added.
        x = Max(Vector256.Create(-SigmoidEnd), x);
        Vector256<float> z = ExpNonPositive(x | Vector256.Create(SignBit));
        Vector256<float> negative = Vector256.LessThan(x, Vector256<float>.Zero);
        Vector256<float> a = Vector256.ConditionalSelect(negative, z, Vector256<float>.One);
        Vector256<float> b = Vector256.ConditionalSelect(negative, Vector256<float>.One, z);
        Vector256<float> n = Vector256.MultiplyAddEstimate(a, a, z + z);
        return x * (n / Vector256.MultiplyAddEstimate(b + b, b, n));
    }

    /// <summary>The derivative of <see cref="Mish(Vector256{float})"/>: tanh(ln(1 + eˣ)) + x·(1 − tanh²(ln(1 + eˣ)))·sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishDerivative(Vector256<float> x)
    {
        // = a/d·(a + 2b + 4x·(a + b)·b²/d), in which a + b = 1 + z. Not 1 − tanh², of which nothing is left on the right.
        x = Min(Vector256.Create(MishEnd), Max(Vector256.Create(-SigmoidEnd), x));
        Vector256<float> z = ExpNonPositive(x | Vector256.Create(SignBit));
        Vector256<float> negative = Vector256.LessThan(x, Vector256<float>.Zero);
        Vector256<float> a = Vector256.ConditionalSelect(negative, z, Vector256<float>.One);
        Vector256<float> b = Vector256.ConditionalSelect(negative, Vector256<float>.One, z);
        Vector256<float> n = Vector256.MultiplyAddEstimate(a, a, z + z);
        Vector256<float> reciprocal = Vector256<float>.One / Vector256.MultiplyAddEstimate(b + b, b, n);
        Vector256<float> sum = Vector256<float>.One + z;
        Vector256<float> slope = Vector256.Create(4f) * x * reciprocal * sum;
        return a * (reciprocal * Vector256.MultiplyAddEstimate(slope * b, b, sum + b));
    }

    /// <inheritdoc cref="Mish(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> x)
    {
        x = Max(Vector128.Create(-SigmoidEnd), x);
        Vector128<float> z = ExpNonPositive(x | Vector128.Create(SignBit));
        Vector128<float> negative = Vector128.LessThan(x, Vector128<float>.Zero);
        Vector128<float> a = Vector128.ConditionalSelect(negative, z, Vector128<float>.One);
        Vector128<float> b = Vector128.ConditionalSelect(negative, Vector128<float>.One, z);
        Vector128<float> n = MultiplyAdd(a, a, z + z);
        return x * (n / MultiplyAdd(b + b, b, n));
    }

    /// <inheritdoc cref="MishDerivative(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishDerivative(Vector128<float> x)
    {
        x = Min(Vector128.Create(MishEnd), Max(Vector128.Create(-SigmoidEnd), x));
        Vector128<float> z = ExpNonPositive(x | Vector128.Create(SignBit));
        Vector128<float> negative = Vector128.LessThan(x, Vector128<float>.Zero);
        Vector128<float> a = Vector128.ConditionalSelect(negative, z, Vector128<float>.One);
        Vector128<float> b = Vector128.ConditionalSelect(negative, Vector128<float>.One, z);
        Vector128<float> n = MultiplyAdd(a, a, z + z);
        Vector128<float> reciprocal = Vector128<float>.One / MultiplyAdd(b + b, b, n);
        Vector128<float> sum = Vector128<float>.One + z;
        Vector128<float> slope = Vector128.Create(4f) * x * reciprocal * sum;
        return a * (reciprocal * MultiplyAdd(slope * b, b, sum + b));
    }
}
