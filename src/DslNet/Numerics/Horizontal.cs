using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Numerics;

/// <summary>
/// Reductions of eight lanes in one written-out tree, whatever width they come in: for generated code only.
/// </summary>
/// <remarks>
/// With lanes 0 to 7 and ∘ the operation: q₀ = 0 ∘ 4, q₁ = 1 ∘ 5, q₂ = 2 ∘ 6, q₃ = 3 ∘ 7; the result is (q₀ ∘ q₂) ∘ (q₁ ∘ q₃).
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Horizontal
{
    /// <summary>The sum of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> lanes)
    {
        return Sum(lanes.GetLower(), lanes.GetUpper());
    }

    /// <summary>The sum of eight lanes, low holding the first four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> low, Vector128<float> high)
    {
        Vector128<float> four = low + high;
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two.GetElement(0) + two.GetElement(1);
    }

    /// <summary>The largest of eight lanes, each step a &gt; b ? a : b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> lanes)
    {
        return Max(lanes.GetLower(), lanes.GetUpper());
    }

    /// <summary>The largest of eight lanes, low holding the first four, each step a &gt; b ? a : b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector128<float> low, Vector128<float> high)
    {
        Vector128<float> four = VectorMath.Max(low, high);
        Vector128<float> two = VectorMath.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return VectorMath.Max(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>The sum of the eight lanes of each of eight vectors, whose tree is that of neighbours: ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> g, Vector256<float> h)
    {
        Vector256<float> first = Avx.HorizontalAdd(Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d)), second = Avx.HorizontalAdd(Avx.HorizontalAdd(e, f), Avx.HorizontalAdd(g, h));
        return Avx.Permute2x128(first, second, 0x20) + Avx.Permute2x128(first, second, 0x31);
    }

    /// <summary>The same of four times eight lanes, each in two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(
        Vector128<float> aLow, Vector128<float> aHigh, Vector128<float> bLow, Vector128<float> bHigh, Vector128<float> cLow, Vector128<float> cHigh, Vector128<float> dLow, Vector128<float> dHigh) =>
        Pairs(Pairs(aLow, bLow), Pairs(cLow, dLow)) + Pairs(Pairs(aHigh, bHigh), Pairs(cHigh, dHigh));

    /// <summary>The sums of neighbours: two of the first vector, then two of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pairs(Vector128<float> a, Vector128<float> b) =>
        AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.AddPairwise(a, b)
        : Sse3.IsSupported ? Sse3.HorizontalAdd(a, b)
        : Vector128.Create(a.GetElement(0) + a.GetElement(1), a.GetElement(2) + a.GetElement(3), b.GetElement(0) + b.GetElement(1), b.GetElement(2) + b.GetElement(3));
}
