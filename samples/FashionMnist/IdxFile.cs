using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace FashionMnist;

/// <summary>
/// Reads the files that MNIST and its successors come in: two zeros, the code of the element type (8: bytes), the number of
/// axes, the length of each axis as four bytes, the highest first, and then the elements.
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a compressed file of bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sample">The lengths of all axes but the first one, which counts the samples.</param>
    /// <returns>The elements of all samples.</returns>
    /// <exception cref="InvalidDataException">The file is broken, or has other axes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path, params ReadOnlySpan<int> sample)
    {
        using FileStream file = File.OpenRead(path);
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            return ReadElements(stream, sample);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    private static byte[] ReadElements(Stream stream, ReadOnlySpan<int> sample)
    {
        int rank = sample.Length + 1;
        byte[] header = new byte[4 + 4 * rank];
        ReadHeader(stream, header.AsSpan(0, 4));
        if (header[0] != 0 || header[1] != 0)
            throw new InvalidDataException("This is no idx file: it does not begin with two zeros.");
        if (header[2] != UnsignedByte)
            throw new InvalidDataException(Text($"The elements have the type 0x{header[2]:X2}; expected bytes (0x08)."));
        if (header[3] != rank)
            throw new InvalidDataException(Text($"The number of axes is {header[3]}; expected {rank}."));

        ReadHeader(stream, header.AsSpan(4));
        long length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
        for (int axis = 1; axis < rank; axis++)
        {
            uint actual = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 + 4 * axis));
            if (actual != sample[axis - 1])
                throw new InvalidDataException(Text($"Axis {axis} has the length {actual}; expected {sample[axis - 1]}."));
            length *= actual;
        }

        if (length > Array.MaxLength)
            throw new InvalidDataException(Text($"The header announces {length} elements, more than fit in memory."));
        return ReadBody(stream, (int)length);
    }

    /// <summary>Memory grows with what is read, never with what a header merely announces.</summary>
    private static byte[] ReadBody(Stream stream, int length)
    {
        var elements = new MemoryStream();
        byte[] chunk = new byte[1 << 16];
        for (int count; (count = stream.Read(chunk)) > 0;)
        {
            elements.Write(chunk, 0, count);
            if (elements.Length > length)
                throw new InvalidDataException(Text($"The file goes on after the {Elements(length)} that its header announces."));
        }

        if (elements.Length < length)
            throw new InvalidDataException(Text($"The file ends after {elements.Length} of the {Elements(length)} that its header announces."));
        return elements.ToArray();
    }

    private static void ReadHeader(Stream stream, Span<byte> part)
    {
        if (stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) < part.Length)
            throw new InvalidDataException("The file ends within its header.");
    }

    private static string Elements(int length) => length == 1 ? "1 element" : Text($"{length} elements");

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
