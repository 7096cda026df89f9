using System.Numerics;
using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>Finds values that do not belong among others. Where all are good, which is nearly always, whole vectors are looked at.</summary>
internal static class ValueSearch
{
    /// <summary>The index of the first value that is NaN or infinite; -1 if there is none.</summary>
    public static int IndexOfNotFinite(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
            sum += vector - vector; // zero, but for NaN and infinity: then it is NaN for good
        int start = Vector.EqualsAll(sum, Vector<float>.Zero) ? vectors.Length * Vector<float>.Count : 0;
        for (int i = start; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The index of the first value that is outside of two bounds, or NaN; -1 if there is none.</summary>
    public static int IndexOutside(ReadOnlySpan<float> values, float least, float largest)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> low = new(least), high = new(largest);
        int start = 0;
        foreach (Vector<float> vector in vectors)
        {
            if (!Vector.GreaterThanOrEqualAll(vector, low) || !Vector.LessThanOrEqualAll(vector, high))
                break;
            start += Vector<float>.Count;
        }

        for (int i = start; i < values.Length; i++)
        {
            if (!(values[i] >= least && values[i] <= largest))
                return i;
        }

        return -1;
    }

    /// <summary>The index of the first of the largest values; -1 if any is NaN, since then nobody knows the largest.</summary>
    public static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsNaN(values[i]))
                return -1;
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
