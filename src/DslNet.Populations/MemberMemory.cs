using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Populations;

/// <summary>Memory in which the values of sixteen members are side by side.</summary>
internal static class MemberMemory
{
    /// <summary>Members that are side by side.</summary>
    public const int Lanes = 16;

    /// <summary>Transposing does so many rows and columns at once.</summary>
    private const int Tile = 8;

    [ThreadStatic]
    private static AlignedMemory? t_memory;

    /// <summary>Memory of the calling thread: what was in it is not kept.</summary>
    public static Span<float> OfThread(int length)
    {
        AlignedMemory? memory = t_memory;
        if (memory is null || memory.Length < length)
            t_memory = memory = new(length);
        return memory.Span[..length];
    }

    /// <summary>A number of values, as many as whole tiles have.</summary>
    public static int RoundUp(int values) => (values + Tile - 1) / Tile * Tile;

    /// <summary>One vector for all members.</summary>
    public static void Spread(ReadOnlySpan<float> values, Span<float> destination)
    {
        for (int i = 0; i < values.Length; i++)
            destination.Slice(i * Lanes, Lanes).Fill(values[i]);
    }

    /// <summary>Vectors that are stored one after another, side by side. Lanes without a member are zero.</summary>
    /// <param name="vectors">members × length.</param>
    /// <param name="length">Values of each.</param>
    /// <param name="members">How many.</param>
    /// <param name="destination">Rows of sixteen.</param>
    public static void Interleave(ReadOnlySpan<float> vectors, int length, int members, Span<float> destination)
    {
        // Whole tiles may be read as a block; what they leave over must not be read beyond the caller's memory.
        int whole = members == Lanes ? length / Tile * Tile : 0;
        if (whole > 0)
            MatrixTranspose.Copy(ref MemoryMarshal.GetReference(vectors), length, ref MemoryMarshal.GetReference(destination), Lanes, Lanes, whole);
        if (whole == length)
            return;
        Span<float> rest = destination[(whole * Lanes)..(length * Lanes)];
        if (members < Lanes)
            rest.Clear();
        // References: for a few values a member, checks of bounds would take longer than the network.
        ref float to = ref MemoryMarshal.GetReference(rest);
        for (int member = 0; member < members; member++)
        {
            ref float from = ref MemoryMarshal.GetReference(vectors.Slice(member * length + whole, length - whole));
            for (int i = 0; i < length - whole; i++)
                Unsafe.Add(ref to, i * Lanes + member) = Unsafe.Add(ref from, i);
        }
    }

    /// <summary>The other way round.</summary>
    /// <param name="rows">Rows of sixteen.</param>
    /// <param name="length">Values of each vector.</param>
    /// <param name="members">How many vectors.</param>
    /// <param name="destination">members × length.</param>
    public static void Separate(ReadOnlySpan<float> rows, int length, int members, Span<float> destination)
    {
        if (length == 1)
        {
            rows[..members].CopyTo(destination);
            return;
        }

        int whole = members == Lanes ? length / Tile * Tile : 0;
        if (whole > 0)
            MatrixTranspose.Copy(ref MemoryMarshal.GetReference(rows), Lanes, ref MemoryMarshal.GetReference(destination), length, whole, Lanes);
        ref float source = ref MemoryMarshal.GetReference(rows[..(length * Lanes)]);
        for (int member = 0; member < members; member++)
        {
            ref float to = ref MemoryMarshal.GetReference(destination.Slice(member * length, length));
            for (int i = whole; i < length; i++)
                Unsafe.Add(ref to, i) = Unsafe.Add(ref source, i * Lanes + member);
        }
    }
}
