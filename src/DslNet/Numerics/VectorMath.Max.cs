using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary>a where a &gt; b, else b: in particular b where either is NaN, or where both are zero, of whatever sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b)
    {
        // That rule is what x64's instruction computes, in one step instead of two.
        return Avx.IsSupported ? Avx.Max(a, b) : Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }

    /// <summary>
    /// a where a &gt; b, else b; NaN where either is NaN. The largest of several numbers is found so that a NaN is not lost,
    /// whichever of them it is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaxOrNaN(Vector256<float> a, Vector256<float> b)
    {
        // Max lets a NaN of b through, so only a's has to be carried over; the comparison's mask of ones is a NaN.
        return Max(a, b | Vector256.IsNaN(a));
    }

    /// <inheritdoc cref="Max(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b)
    {
        return Sse.IsSupported ? Sse.Max(a, b) : Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);
    }

    /// <inheritdoc cref="MaxOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxOrNaN(Vector128<float> a, Vector128<float> b)
    {
        return Max(a, b | Vector128.IsNaN(a));
    }
}
