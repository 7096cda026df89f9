using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
}
