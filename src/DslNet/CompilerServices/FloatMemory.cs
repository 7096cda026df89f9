using System.ComponentModel;
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
}
