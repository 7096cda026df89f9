using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        // With m = e^(−2|x|) − 1 it is −m/(2 + m), without cancellation anywhere.
        Vector256<float> sign = Vector256.Create(SignBit);
        Vector256<float> m = ExpM1NonPositive((x + x) | sign);
        return Vector256.ConditionalSelect(sign, x, m / (m + Vector256.Create(2f)));
    }

    /// <summary>The derivative of <see cref="Tanh(Vector256{float})"/>, from its value y: 1 − y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhDerivativeFromOutput(Vector256<float> y)
    {
        return Vector256.MultiplyAddEstimate(-y, y, Vector256<float>.One);
    }

    /// <inheritdoc cref="Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> sign = Vector128.Create(SignBit);
        Vector128<float> m = ExpM1NonPositive((x + x) | sign);
        return Vector128.ConditionalSelect(sign, x, m / (m + Vector128.Create(2f)));
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhDerivativeFromOutput(Vector128<float> y)
    {
        return Vector128.MultiplyAddEstimate(-y, y, Vector128<float>.One);
    }
}
