using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslNet.CompilerServices;

namespace DslNet.Benchmarks.Limits;

/// <summary>Reads a block of memory again and again: from the cache that is large enough for it.</summary>
internal sealed class ReadBandwidth(int bytes)
{
    private const int FloatsAStep = 64;

    private readonly AlignedMemory _memory = new((bytes / sizeof(float) + FloatsAStep - 1) / FloatsAStep * FloatsAStep);

    /// <summary>Bytes that one call reads.</summary>
    public double Bytes => _memory.Length * (double)sizeof(float);

    /// <summary>Reads all of it once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public float Run()
    {
        ref float start = ref MemoryMarshal.GetReference(_memory.Span);
        Vector256<float> a = default, b = default, c = default, d = default;
        nuint length = (nuint)_memory.Length;
        for (nuint i = 0; i < length; i += FloatsAStep)
        {
            a = Vector256.Xor(a, Vector256.LoadUnsafe(ref start, i));
            b = Vector256.Xor(b, Vector256.LoadUnsafe(ref start, i + 8));
            c = Vector256.Xor(c, Vector256.LoadUnsafe(ref start, i + 16));
            d = Vector256.Xor(d, Vector256.LoadUnsafe(ref start, i + 24));
            a = Vector256.Xor(a, Vector256.LoadUnsafe(ref start, i + 32));
            b = Vector256.Xor(b, Vector256.LoadUnsafe(ref start, i + 40));
            c = Vector256.Xor(c, Vector256.LoadUnsafe(ref start, i + 48));
            d = Vector256.Xor(d, Vector256.LoadUnsafe(ref start, i + 56));
        }

        return Vector256.ToScalar(Vector256.Xor(Vector256.Xor(a, b), Vector256.Xor(c, d)));
    }
}
