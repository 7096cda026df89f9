using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    // Where the sigmoid of −x is 0. Clamping there keeps 0·∞ away.
    private const float SigmoidEnd = 88f;

    /// <summary>x·sigmoid(x); −0 where x &lt; −87.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Silu(Vector256<float> x)
    {
        x = Max(Vector256.Create(-SigmoidEnd), x);
        return x * Sigmoid(x);
    }

    /// <summary>The derivative of <see cref="Silu(Vector256{float})"/>: s·(1 + x·(1 − s)), s the sigmoid of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluDerivative(Vector256<float> x)
    {
        x = Min(Vector256.Create(SigmoidEnd), Max(Vector256.Create(-SigmoidEnd), x));

        // Sigmoid and its complement are 1/(1 + z) and z/(1 + z), one way round or the other: no difference is taken.
        Vector256<float> z = ExpNonPositive(x | Vector256.Create(SignBit));
        Vector256<float> large = Vector256<float>.One / (Vector256<float>.One + z);
        Vector256<float> small = Vector256.MultiplyAddEstimate(-z, z * large, z);
        Vector256<float> negative = Vector256.LessThan(x, Vector256<float>.Zero);
        Vector256<float> sigmoid = Vector256.ConditionalSelect(negative, small, large);
        Vector256<float> complement = Vector256.ConditionalSelect(negative, large, small);
        return sigmoid * Vector256.MultiplyAddEstimate(x, complement, Vector256<float>.One);
    }

    /// <inheritdoc cref="Silu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Silu(Vector128<float> x)
    {
        x = Max(Vector128.Create(-SigmoidEnd), x);
        return x * Sigmoid(x);
    }

    /// <inheritdoc cref="SiluDerivative(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluDerivative(Vector128<float> x)
    {
        x = Min(Vector128.Create(SigmoidEnd), Max(Vector128.Create(-SigmoidEnd), x));

        Vector128<float> z = ExpNonPositive(x | Vector128.Create(SignBit));
        Vector128<float> large = Vector128<float>.One / (Vector128<float>.One + z);
        Vector128<float> small = MultiplyAdd(-z, z * large, z);
        Vector128<float> negative = Vector128.LessThan(x, Vector128<float>.Zero);
        Vector128<float> sigmoid = Vector128.ConditionalSelect(negative, small, large);
        Vector128<float> complement = Vector128.ConditionalSelect(negative, large, small);
        return sigmoid * MultiplyAdd(x, complement, Vector128<float>.One);
    }
}
