using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.Numerics;

/// <summary>
/// Random numbers without a state: each is a function of (seed, step, layer, sample, element), in integers only, so that it
/// is the same on every machine, in whatever order and width, and on however many threads it is drawn. For generated code only.
/// </summary>
/// <remarks>
/// <para>
/// The key of (seed, step, layer, sample) is a chain of 64-bit mixers, those that finish SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014; constants: D. Stafford's variant 13). Its high half is added
/// to the element's index, the sum mixed by lowbias32 (C. Wellons, "Prospecting for hash functions", 2018; public domain), the
/// key's low half exclusive-ored in, and the whole mixed by lowbias32 again.
/// </para>
/// <para>
/// Two mixings, each under a half of the key, are what makes sample and element independent. With one, the numbers of a sample
/// would be a window into a single sequence of 2³² numbers, and the windows of a few thousand samples overlap: whole runs of
/// one sample's mask would return in another's. With two, windows that overlap by chance in the first half of the key are
/// scrambled apart by the second. Philox 2×32 (Salmon et al., 2011) would do it too, with ten multiplications to the high
/// half of 64 bits, which vectors have only in pieces; here there are four multiplications of 32 bits.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CounterRandom
{
    // 2⁶⁴ divided by the golden ratio, odd: keeps the chain away from the mixer's fixed point, 0.
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private const uint Multiplier1 = 0x7FEB352D, Multiplier2 = 0x846CA68B;
    private const int Shift1 = 16, Shift2 = 15, Shift3 = 16;

    /// <summary>The key of (seed, step, layer), common to all samples.</summary>
    public static ulong Key(int seed, long step, int layer)
    {
        return Extend(Extend(Extend(0, (uint)seed), (ulong)step), (uint)layer);
    }

    /// <summary>The key of (seed, step, layer, sample) from that of (seed, step, layer).</summary>
    public static ulong Key(ulong key, int sample)
    {
        return Extend(key, (uint)sample);
    }

    /// <summary>The key of (seed, step, layer, sample).</summary>
    public static ulong Key(int seed, long step, int layer, int sample)
    {
        return Key(Key(seed, step, layer), sample);
    }

    /// <summary>32 random bits for an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Draw(ulong key, uint element)
    {
        return Mix(Mix(element + (uint)(key >> 32)) ^ (uint)key);
    }

    /// <summary>32 random bits for each of four elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Draw(ulong key, Vector128<uint> elements)
    {
        return Mix(Mix(elements + Vector128.Create((uint)(key >> 32))) ^ Vector128.Create((uint)key));
    }

    /// <summary>32 random bits for each of eight elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Draw(ulong key, Vector256<uint> elements)
    {
        return Mix(Mix(elements + Vector256.Create((uint)(key >> 32))) ^ Vector256.Create((uint)key));
    }

    /// <summary>64 random bits for an element; unrelated to its 32 bits.</summary>
    public static ulong Draw64(ulong key, ulong element)
    {
        return Mix(Mix(element + Golden) ^ key);
    }

    /// <summary>A float in [0, 1), a multiple of 2⁻²⁴, from 32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Uniform(uint draw)
    {
        return (int)(draw >> 8) * UniformUnit;
    }

    /// <summary>Floats in [0, 1), multiples of 2⁻²⁴, from 32 random bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Uniform(Vector128<uint> draws)
    {
        return Vector128.ConvertToSingle(Vector128.ShiftRightLogical(draws, 8).AsInt32()) * Vector128.Create(UniformUnit);
    }

    /// <summary>Floats in [0, 1), multiples of 2⁻²⁴, from 32 random bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Uniform(Vector256<uint> draws)
    {
        return Vector256.ConvertToSingle(Vector256.ShiftRightLogical(draws, 8).AsInt32()) * Vector256.Create(UniformUnit);
    }

    /// <summary>A double in [0, 1), a multiple of 2⁻⁵³, from 64 random bits.</summary>
    public static double Uniform(ulong draw)
    {
        return (long)(draw >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>A double in (0, 1), an odd multiple of 2⁻⁵³ and so never 0 or 1 and symmetric about ½, from 64 random bits.</summary>
    public static double OpenUniform(ulong draw)
    {
        return ((long)(draw >> 12) + 0.5) * (1.0 / (1L << 52));
    }

    private const float UniformUnit = 1f / (1 << 24);

    private static ulong Extend(ulong key, ulong value)
    {
        return Mix((key + Golden) ^ value);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint x)
    {
        x = (x ^ (x >> Shift1)) * Multiplier1;
        x = (x ^ (x >> Shift2)) * Multiplier2;
        return x ^ (x >> Shift3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Mix(Vector128<uint> x)
    {
        x = (x ^ Vector128.ShiftRightLogical(x, Shift1)) * Vector128.Create(Multiplier1);
        x = (x ^ Vector128.ShiftRightLogical(x, Shift2)) * Vector128.Create(Multiplier2);
        return x ^ Vector128.ShiftRightLogical(x, Shift3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> x)
    {
        x = (x ^ Vector256.ShiftRightLogical(x, Shift1)) * Vector256.Create(Multiplier1);
        x = (x ^ Vector256.ShiftRightLogical(x, Shift2)) * Vector256.Create(Multiplier2);
        return x ^ Vector256.ShiftRightLogical(x, Shift3);
    }
}
