using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary>x where x &gt; 0, else alpha·(eˣ − 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> x, Vector256<float> alpha)
    {
        Vector256<float> positive = Vector256.GreaterThan(x, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(positive, x, alpha * ExpM1NonPositive(x));
    }

    /// <summary>The derivative of <see cref="Elu(Vector256{float}, Vector256{float})"/>, from its value y and the same alpha: 1 where y &gt; 0, else y + alpha.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluDerivativeFromOutput(Vector256<float> y, Vector256<float> alpha)
    {
        return Vector256.ConditionalSelect(Vector256.GreaterThan(y, Vector256<float>.Zero), Vector256<float>.One, y + alpha);
    }

    /// <inheritdoc cref="Elu(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> x, Vector128<float> alpha)
    {
        Vector128<float> positive = Vector128.GreaterThan(x, Vector128<float>.Zero);
        return Vector128.ConditionalSelect(positive, x, alpha * ExpM1NonPositive(x));
    }

    /// <inheritdoc cref="EluDerivativeFromOutput(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluDerivativeFromOutput(Vector128<float> y, Vector128<float> alpha)
    {
        return Vector128.ConditionalSelect(Vector128.GreaterThan(y, Vector128<float>.Zero), Vector128<float>.One, y + alpha);
    }
}
