using System.Numerics;
using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>A hash of values that is the same in every process, as <see cref="HashCode"/> is not. It tells mistakes, not malice.</summary>
internal struct SampleHash()
{
    // Odd, with bits everywhere: 2⁶⁴ divided by the golden ratio.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private ulong _hash = Multiplier;

    /// <summary>Both halves together.</summary>
    public readonly int Value => (int)(_hash ^ (_hash >> 32));

    /// <summary>Adds values, and how many they are.</summary>
    public void Add<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        // In pieces: a span has fewer bytes than a large dataset.
        const int Piece = 1 << 20;
        AddWord((ulong)values.Length);
        for (int start = 0; start < values.Length; start += Piece)
            AddBytes(MemoryMarshal.AsBytes(values.Slice(start, Math.Min(Piece, values.Length - start))));
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
            AddWord(word);
        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
            AddWord(rest);
    }

    private void AddWord(ulong word) => _hash = BitOperations.RotateLeft(_hash ^ word, 29) * Multiplier;
}
