using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    private const float TanhBorder = 0.625f;

    // (tanh x − x)/x³ in x², minimax on 0 ≤ x ≤ 0.63, relative to tanh.
    private const float Tanh3 = -0.333332777f;
    private const float Tanh5 = 0.133313209f;
    private const float Tanh7 = -0.0537291318f;
    private const float Tanh9 = 0.0206033289f;
    private const float Tanh11 = -0.00566387642f;

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> sign = Vector256.Create(SignBit);
        Vector256<float> one = Vector256<float>.One;
        Vector256<float> a = Vector256.AndNot(x, sign);

        Vector256<float> square = a * a;
        Vector256<float> small = Vector256.MultiplyAddEstimate(square, Vector256.Create(Tanh11), Vector256.Create(Tanh9));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(Tanh7));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(Tanh5));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(Tanh3));
        small = Vector256.MultiplyAddEstimate(small, square * a, a);

        // 1 − 2z/(1 + z), z = e^−2|x|; the difference costs accuracy only where the polynomial is used.
        Vector256<float> z = ExpNonPositive((x + x) | sign);
        Vector256<float> large = one - (z + z) / (one + z);

        Vector256<float> y = Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256.Create(TanhBorder)), small, large);
        return Vector256.ConditionalSelect(sign, x, y);
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
        Vector128<float> one = Vector128<float>.One;
        Vector128<float> a = Vector128.AndNot(x, sign);

        Vector128<float> square = a * a;
        Vector128<float> small = Vector128.MultiplyAddEstimate(square, Vector128.Create(Tanh11), Vector128.Create(Tanh9));
        small = Vector128.MultiplyAddEstimate(small, square, Vector128.Create(Tanh7));
        small = Vector128.MultiplyAddEstimate(small, square, Vector128.Create(Tanh5));
        small = Vector128.MultiplyAddEstimate(small, square, Vector128.Create(Tanh3));
        small = Vector128.MultiplyAddEstimate(small, square * a, a);

        Vector128<float> z = ExpNonPositive((x + x) | sign);
        Vector128<float> large = one - (z + z) / (one + z);

        Vector128<float> y = Vector128.ConditionalSelect(Vector128.LessThan(a, Vector128.Create(TanhBorder)), small, large);
        return Vector128.ConditionalSelect(sign, x, y);
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhDerivativeFromOutput(Vector128<float> y)
    {
        return Vector128.MultiplyAddEstimate(-y, y, Vector128<float>.One);
    }
}
