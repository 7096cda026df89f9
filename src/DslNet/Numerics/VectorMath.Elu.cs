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

    /// <summary>The derivative of <see cref="Elu(Vector256{float}, Vector256{float})"/>: alpha·eˣ where x ≤ 0, else 1, also of NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluDerivative(Vector256<float> x, Vector256<float> alpha)
    {
        // Not value + alpha, of which nothing is left where the value comes near to −alpha.
        Vector256<float> left = Vector256.LessThanOrEqual(x, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(left, alpha * ExpNonPositive(x), Vector256<float>.One);
    }

    /// <inheritdoc cref="Elu(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> x, Vector128<float> alpha)
    {
        Vector128<float> positive = Vector128.GreaterThan(x, Vector128<float>.Zero);
        return Vector128.ConditionalSelect(positive, x, alpha * ExpM1NonPositive(x));
    }

    /// <inheritdoc cref="EluDerivative(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluDerivative(Vector128<float> x, Vector128<float> alpha)
    {
        Vector128<float> left = Vector128.LessThanOrEqual(x, Vector128<float>.Zero);
        return Vector128.ConditionalSelect(left, alpha * ExpNonPositive(x), Vector128<float>.One);
    }
}
