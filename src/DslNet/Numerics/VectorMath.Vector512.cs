using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Numerics;

/// <summary>
/// The widest vectors: only what is computed while sums are in registers. Everything else is left to kernels of half the width.
/// </summary>
public static partial class VectorMath
{
    /// <inheritdoc cref="Max(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b)
    {
        return Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    /// <inheritdoc cref="Min(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b)
    {
        return Avx512F.IsSupported ? Avx512F.Min(a, b) : Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    /// <inheritdoc cref="MaxOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxOrNaN(Vector512<float> a, Vector512<float> b)
    {
        return Max(a, b | Vector512.IsNaN(a));
    }

    /// <inheritdoc cref="MinOrNaN(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MinOrNaN(Vector512<float> a, Vector512<float> b)
    {
        return Min(a, b | Vector512.IsNaN(a));
    }

    /// <inheritdoc cref="SigmoidDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidDerivativeFromOutput(Vector512<float> y)
    {
        return y * (Vector512<float>.One - y);
    }

    /// <inheritdoc cref="TanhDerivativeFromOutput(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhDerivativeFromOutput(Vector512<float> y)
    {
        return Vector512.MultiplyAddEstimate(-y, y, Vector512<float>.One);
    }
}
