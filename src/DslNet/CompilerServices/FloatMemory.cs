using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>Runs of floats: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FloatMemory
{
    /// <summary>Fills memory with zeros.</summary>
    /// <param name="memory">Where it begins.</param>
    /// <param name="length">How many floats.</param>
    public static void Clear(ref float memory, int length) => MemoryMarshal.CreateSpan(ref memory, length).Clear();

    /// <summary>Adds memory to other memory, float by float.</summary>
    /// <param name="sums">What is added to.</param>
    /// <param name="addends">What is added.</param>
    /// <param name="length">How many floats.</param>
    public static void Add(ref float sums, ref float addends, int length)
    {
        int whole = length - length % Vector256<float>.Count;
        for (int i = 0; i < whole; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref sums, (nuint)i) + Vector256.LoadUnsafe(ref addends, (nuint)i)).StoreUnsafe(ref sums, (nuint)i);
        for (int i = whole; i < length; i++)
            Unsafe.Add(ref sums, i) += Unsafe.Add(ref addends, i);
    }

    /// <summary>Copies memory.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="destination">Where the copy begins.</param>
    /// <param name="length">How many floats.</param>
    public static void Copy(ref float source, ref float destination, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref source, length).CopyTo(MemoryMarshal.CreateSpan(ref destination, length));
}
