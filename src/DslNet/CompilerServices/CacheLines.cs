using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Cache lines that will be needed: for generated code and optimisers only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheLines
{
    /// <summary>Floats of a line.</summary>
    internal const int Floats = 16;

    /// <summary>
    /// Prefetches memory into L1 while there is other work to do. Where the processor has no such instruction, nothing happens.
    /// </summary>
    /// <param name="memory">Where it begins.</param>
    /// <param name="floats">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(ref float memory, int floats)
    {
        if (!Sse.IsSupported)
            return;

        // The only unsafe code of the library, since there is no instruction of this kind that takes a reference. It reads and
        // writes nothing: if the GC has moved the array meanwhile, the prefetch is merely useless.
        for (int i = 0; i < floats; i += Floats)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref memory, i)));
    }

    /// <summary>
    /// Requests exclusive ownership of a cache line, by storing one of its elements back unchanged. Not on processors where such a store would
    /// wait for those before.
    /// </summary>
    /// <param name="element">Any element of the line, which nobody else writes meanwhile; whoever reads it finds what was there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void RequestOwnership(ref float element)
    {
        if (!X86Base.IsSupported)
            return;
        ref int bits = ref Unsafe.As<float, int>(ref element);
        Volatile.Write(ref bits, bits);
    }
}
