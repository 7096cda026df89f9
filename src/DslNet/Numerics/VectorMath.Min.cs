using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Numerics;

public static partial class VectorMath
{
    /// <summary>a where a &lt; b, else b: in particular b where either is NaN, or where both are zero, of whatever sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b)
    {
        // That rule is what x64's instruction computes, in one step instead of two.
        return Avx.IsSupported ? Avx.Min(a, b) : Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);
    }

    /// <summary>a where a &lt; b, else b; NaN where either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MinOrNaN(Vector256<float> a, Vector256<float> b)
    {
        // As MaxOrNaN.
        return Min(a, b | Vector256.IsNaN(a));
    }

    /// <inheritdoc cref="Min(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b)
    {
        return Sse.IsSupported ? Sse.Min(a, b) : Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b);
    }

    /// <inheritdoc cref="MinOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinOrNaN(Vector128<float> a, Vector128<float> b)
    {
        return Min(a, b | Vector128.IsNaN(a));
    }
}
