using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Memory that will be needed soon: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheLines
{
    private const int Line = 16;

    /// <summary>
    /// Asks for memory while there is other work to do, so that it is in the nearest cache when it is read. Where the processor
    /// cannot be asked, nothing happens.
    /// </summary>
    /// <param name="memory">Where it begins.</param>
    /// <param name="floats">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(ref float memory, int floats)
    {
        if (!Sse.IsSupported)
            return;

        // The only unsafe code of the library, since there is no instruction of this kind that takes a reference. It reads and
        // writes nothing: of an address that is wrong by now, because memory moved, it asks in vain.
        for (int i = 0; i < floats; i += Line)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref memory, i)));
    }
}
