using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Runs of floats: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FloatMemory
{
    /// <summary>Fills memory with zeros.</summary>
    /// <param name="memory">Where it begins.</param>
    /// <param name="length">How many floats.</param>
    public static void Clear(ref float memory, int length) => MemoryMarshal.CreateSpan(ref memory, length).Clear();

    /// <summary>Copies memory.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="destination">Where the copy begins.</param>
    /// <param name="length">How many floats.</param>
    public static void Copy(ref float source, ref float destination, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref source, length).CopyTo(MemoryMarshal.CreateSpan(ref destination, length));

    /// <summary>Fills some rows of memory with zeros.</summary>
    /// <param name="memory">Where the first begins.</param>
    /// <param name="length">How many floats of each.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="distance">From one row to the next.</param>
    public static void ClearRows(ref float memory, int length, int rows, int distance)
    {
        for (int row = 0; row < rows; row++)
            Clear(ref Unsafe.Add(ref memory, row * distance), length);
    }

    /// <summary>Copies some rows of memory, each within itself.</summary>
    /// <param name="source">Where the first begins.</param>
    /// <param name="destination">Where its copy begins.</param>
    /// <param name="length">How many floats of each.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="distance">From one row to the next.</param>
    public static void CopyRows(ref float source, ref float destination, int length, int rows, int distance)
    {
        for (int row = 0; row < rows; row++)
            Copy(ref Unsafe.Add(ref source, row * distance), ref Unsafe.Add(ref destination, row * distance), length);
    }
}
