using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Memory that will be needed soon: for generated code and optimizers only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheLines
{
    /// <summary>Floats of a line.</summary>
    internal const int Floats = 16;

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
        for (int i = 0; i < floats; i += Floats)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref memory, i)));
    }

    /// <summary>
    /// Writes a number back as it is: its line is then taken out of other cores' caches. Not on processors where such a store would
    /// wait for those before.
    /// </summary>
    /// <param name="number">Any number of the line, which nobody else writes meanwhile; whoever reads it finds what was there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Own(ref float number)
    {
        if (!X86Base.IsSupported)
            return;
        ref int bits = ref Unsafe.As<float, int>(ref number);
        Volatile.Write(ref bits, bits);
    }
}
