using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    private const float ErfBorder = 0.92f;

    // From here on erf is 1 to the last bit.
    private const float ErfEnd = 4f;

    // erf(x)/x − 1 in x², minimax on 0 ≤ x ≤ 0.95, relative to erf.
    private const float ErfSmall0 = 0.128379166f;
    private const float ErfSmall1 = -0.376126289f;
    private const float ErfSmall2 = 0.112836324f;
    private const float ErfSmall3 = -0.0268564597f;
    private const float ErfSmall4 = 0.00519487262f;
    private const float ErfSmall5 = -0.000808256678f;
    private const float ErfSmall6 = 8.14657542e-05f;

    // −ln(1 − erf(x))/x, minimax on 0.92 ≤ x ≤ 4, relative to erf.
    private const float ErfLarge0 = 1.12851429f;
    private const float ErfLarge1 = 0.635718584f;
    private const float ErfLarge2 = 0.105261445f;
    private const float ErfLarge3 = -0.0228896756f;
    private const float ErfLarge4 = 0.00321485312f;
    private const float ErfLarge5 = -0.000213970692f;

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        Vector256<float> sign = Vector256.Create(SignBit);
        Vector256<float> a = Min(Vector256.Create(ErfEnd), Vector256.AndNot(x, sign));
        Vector256<float> square = a * a;

        Vector256<float> small = Vector256.MultiplyAddEstimate(square, Vector256.Create(ErfSmall6), Vector256.Create(ErfSmall5));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(ErfSmall4));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(ErfSmall3));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(ErfSmall2));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(ErfSmall1));
        small = Vector256.MultiplyAddEstimate(small, square, Vector256.Create(ErfSmall0));
        small = Vector256.MultiplyAddEstimate(small, a, a);

        Vector256<float> large = Vector256.MultiplyAddEstimate(a, Vector256.Create(ErfLarge5), Vector256.Create(ErfLarge4));
        large = Vector256.MultiplyAddEstimate(large, a, Vector256.Create(ErfLarge3));
        large = Vector256.MultiplyAddEstimate(large, a, Vector256.Create(ErfLarge2));
        large = Vector256.MultiplyAddEstimate(large, a, Vector256.Create(ErfLarge1));
        large = Vector256.MultiplyAddEstimate(large, a, Vector256.Create(ErfLarge0));
        large = Vector256<float>.One - ExpNonPositive(-(large * a));

        Vector256<float> y = Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256.Create(ErfBorder)), small, large);
        return Vector256.ConditionalSelect(sign, x, y);
    }

    /// <inheritdoc cref="Erf(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x)
    {
        Vector128<float> sign = Vector128.Create(SignBit);
        Vector128<float> a = Min(Vector128.Create(ErfEnd), Vector128.AndNot(x, sign));
        Vector128<float> square = a * a;

        Vector128<float> small = MultiplyAdd(square, Vector128.Create(ErfSmall6), Vector128.Create(ErfSmall5));
        small = MultiplyAdd(small, square, Vector128.Create(ErfSmall4));
        small = MultiplyAdd(small, square, Vector128.Create(ErfSmall3));
        small = MultiplyAdd(small, square, Vector128.Create(ErfSmall2));
        small = MultiplyAdd(small, square, Vector128.Create(ErfSmall1));
        small = MultiplyAdd(small, square, Vector128.Create(ErfSmall0));
        small = MultiplyAdd(small, a, a);

        Vector128<float> large = MultiplyAdd(a, Vector128.Create(ErfLarge5), Vector128.Create(ErfLarge4));
        large = MultiplyAdd(large, a, Vector128.Create(ErfLarge3));
        large = MultiplyAdd(large, a, Vector128.Create(ErfLarge2));
        large = MultiplyAdd(large, a, Vector128.Create(ErfLarge1));
        large = MultiplyAdd(large, a, Vector128.Create(ErfLarge0));
        large = Vector128<float>.One - ExpNonPositive(-(large * a));

        Vector128<float> y = Vector128.ConditionalSelect(Vector128.LessThan(a, Vector128.Create(ErfBorder)), small, large);
        return Vector128.ConditionalSelect(sign, x, y);
    }
}
