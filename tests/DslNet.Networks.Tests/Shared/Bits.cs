using System.Runtime.InteropServices;

namespace DslNet.Networks.Tests;

/// <summary>Compares numbers by their bits.</summary>
internal static class Bits
{
    public static ReadOnlySpan<int> Of(ReadOnlySpan<float> numbers) => MemoryMarshal.Cast<float, int>(numbers);

    /// <summary>The first index at which two results differ, or −1.</summary>
    public static int FirstDifference(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        int common = Of(one).CommonPrefixLength(Of(other));
        return common == one.Length && common == other.Length ? -1 : common;
    }
}
