using DslNet.Generators.Model;

namespace DslNet.Build;

/// <summary>
/// Reads what a safetensors file says of its tensors: 8 bytes with the length of a header, little-endian; the header, a JSON object; and the bytes of the
/// tensors, which are not read.
/// </summary>
internal static class SafetensorsFile
{
    /// <summary>Enough for some 30,000 tensors: a build reads no more, whatever a file claims. The format allows 100,000,000.</summary>
    public const int LongestHeader = 4 * 1024 * 1024;

    private const int PrefixLength = 8;

    /// <summary>The tensors of a file, in the order of its header.</summary>
    /// <exception cref="UnreadableFileException">It is no valid safetensors file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<StoredTensor> Read(Stream stream)
    {
        byte[] prefix = new byte[PrefixLength];
        int read = Fill(stream, prefix);
        if (read == 0)
            throw new UnreadableFileException("It is empty. Save the network again, or copy the file again.");
        if (read < PrefixLength)
            throw new UnreadableFileException(Invariant($"It has {read} bytes, but a safetensors file begins with {PrefixLength} that tell the length of its header. Save the network again."));
        ulong length = 0;
        for (int i = PrefixLength - 1; i >= 0; i--)
            length = length << 8 | prefix[i];
        ulong rest = (ulong)(stream.Length - PrefixLength);
        if (length > rest || length == 0)
            throw new UnreadableFileException(Invariant($"It claims a header of {length} bytes, but has {rest} behind these: it is cut off, damaged, or another kind of file, of which `dslnet describe` says what it is. Copy it again, or convert it to safetensors."));
        if (length > LongestHeader)
            throw new UnreadableFileException(Invariant($"Its header has {length} bytes; a build reads those of up to {LongestHeader}. Write the file anew with less metadata, or take it out of DslNetWeights and load it with Network.Load."));

        byte[] header = new byte[(int)length];
        if (Fill(stream, header) < header.Length)
            throw new UnreadableFileException("It is cut off within its header. Copy it again.");
        IReadOnlyList<TensorPlace> places = new HeaderReader(header).Read();
        CheckPlaces(places, (long)(rest - length));
        return [.. places.Select(place => place.Tensor)];
    }

    /// <summary>The bytes of the tensors follow one another without hole or overlap, each as many as its shape needs.</summary>
    private static void CheckPlaces(IReadOnlyList<TensorPlace> places, long data)
    {
        long expected = 0;
        foreach (TensorPlace place in places.OrderBy(place => place.Begin).ThenBy(place => place.End))
        {
            if (place.Begin != expected || place.End < place.Begin)
                throw new UnreadableFileException(Invariant($"The bytes of {place.Tensor.ShownName} go from {place.Begin} to {place.End}, but should begin at {expected}, without hole or overlap. Save the network again."));
            int bits = BitsOf(place.Tensor.ElementType);
            if (bits > 0 && BytesOf(place.Tensor.Shape, bits) is var bytes && bytes != place.End - place.Begin)
                throw new UnreadableFileException(Invariant($"{place.Tensor.ShownName} ({place.Tensor.ElementType}, {place.Tensor.ShownShape}) should have {bytes} bytes, but has {place.End - place.Begin}. Save the network again."));
            expected = place.End;
        }

        if (expected != data)
            throw new UnreadableFileException(Invariant($"It has {data} bytes of data, but its header describes {expected}. {(data < expected ? "It is cut off: copy it again" : "Something follows: save the network again")}."));
    }

    /// <summary>The bytes of a tensor, or the largest number where no file has so many.</summary>
    private static long BytesOf(EquatableArray<long> shape, int bits)
    {
        decimal elements = shape.Contains(0) ? 0 : 1;
        foreach (long axis in shape)
            elements = Math.Min(elements * axis, long.MaxValue);
        return (long)Math.Min(decimal.Floor((elements * bits + 7) / 8), long.MaxValue);
    }

    /// <summary>The bits of one element, or zero for a dtype that the format does not have; whether a parameter may have it is checked with the network.</summary>
    private static int BitsOf(string elementType) => elementType switch
    {
        "F4" => 4,
        "F6_E2M3" or "F6_E3M2" => 6,
        "BOOL" or "U8" or "I8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" or "F8_E5M2FNUZ" or "F8_E4M3FNUZ" => 8,
        "I16" or "U16" or "F16" or "BF16" => 16,
        "I32" or "U32" or "F32" => 32,
        "I64" or "U64" or "C64" or "F64" => 64,
        _ => 0,
    };

    private static int Fill(Stream stream, byte[] bytes)
    {
        int filled = 0;
        while (filled < bytes.Length && stream.Read(bytes, filled, bytes.Length - filled) is > 0 and int read)
            filled += read;
        return filled;
    }
}
