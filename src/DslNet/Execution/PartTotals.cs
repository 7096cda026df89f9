using System.Numerics;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Sums of the gradients of a group's parts, in doubles: each addition's rounding error is far below a float's last place.</summary>
internal static class PartTotals
{
    /// <summary>Adds the gradients of one part.</summary>
    public static void Add(ReadOnlySpan<float> part, Span<double> totals)
    {
        int i = 0;
        ref float from = ref MemoryMarshal.GetReference(part);
        ref double to = ref MemoryMarshal.GetReference(totals);
        for (; i <= totals.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref from, (nuint)i), out Vector<double> low, out Vector<double> high);
            nuint upper = (nuint)(i + Vector<double>.Count);
            (Vector.LoadUnsafe(ref to, (nuint)i) + low).StoreUnsafe(ref to, (nuint)i);
            (Vector.LoadUnsafe(ref to, upper) + high).StoreUnsafe(ref to, upper);
        }

        for (; i < totals.Length; i++)
            totals[i] += part[i];
    }

    /// <summary>Rounds the totals to floats.</summary>
    public static void Round(ReadOnlySpan<double> totals, Span<float> sums)
    {
        for (int i = 0; i < totals.Length; i++)
            sums[i] = (float)totals[i];
    }
}
