using System.Buffers.Binary;

namespace DslNet;

/// <summary>Reads the parameters of a network from a safetensors file, all of them or none.</summary>
internal static class SafetensorsReader
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Replaces the parameters once everything was read and found right.</summary>
    /// <param name="stream">The file, from its beginning to its end.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <param name="network">The network.</param>
    /// <param name="rename">From names in the file to names of the network; others stay as they are.</param>
    /// <exception cref="InvalidDataException">The file is broken or does not fit; the network is unchanged.</exception>
    public static void Read(Stream stream, string file, INetwork network, IReadOnlyDictionary<string, string>? rename)
    {
        long? remaining = stream.CanSeek ? stream.Length - stream.Position : null;
        List<TensorEntry> tensors = SafetensorsHeader.Parse(ReadHeader(stream, file, remaining), file);
        long? dataLength = stream.CanSeek ? stream.Length - stream.Position : null;
        SafetensorsCheck.Layout(tensors, file, dataLength);
        List<(TensorEntry Tensor, ParameterDescription Parameter)> pairs = SafetensorsCheck.Match(tensors, file, network.Description, rename);

        // Staged in the network's own layout; the zeros between tensors are part of it.
        float[] staged = new float[network.Parameters.Length];
        byte[] chunk = new byte[ChunkLength];
        foreach ((TensorEntry tensor, ParameterDescription parameter) in pairs.OrderBy(pair => pair.Tensor.Begin))
            ReadTensor(stream, file, tensor, parameter, chunk, staged.AsSpan(parameter.Offset, parameter.Layout.StorageLength));
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"{file} goes on after its last tensor. Write it anew.");
        staged.CopyTo(network.Parameters);
    }

    private static byte[] ReadHeader(Stream stream, string file, long? remaining)
    {
        Span<byte> prefix = stackalloc byte[SafetensorsFormat.PrefixLength];
        int read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (read < prefix.Length)
            throw new InvalidDataException($"{file} has {Counted.Text(read, "byte")}, but a safetensors file begins with {prefix.Length} that tell the length of its header. Write it anew.");

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsFormat.LongestHeader)
            throw new InvalidDataException($"{file} claims a header of {length} bytes; no more than {SafetensorsFormat.LongestHeader} are read. It is probably no safetensors file.");
        if (remaining is { } bytes && length > (ulong)(bytes - prefix.Length))
            throw Short(file, (long)length, bytes - prefix.Length, "its header");

        // A stream may claim much and hold little: memory grows with what has come.
        byte[] header = new byte[Math.Min((int)length, ChunkLength)];
        int filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(header.AsSpan(filled), header.Length - filled, throwOnEndOfStream: false);
            if (filled == (int)length)
                return header;
            if (filled < header.Length)
                throw Short(file, (long)length, filled, "its header");
            Array.Resize(ref header, (int)Math.Min((long)length, 2L * header.Length));
        }
    }

    private static void ReadTensor(Stream stream, string file, TensorEntry tensor, ParameterDescription parameter, byte[] chunk, Span<float> storage)
    {
        int size = SafetensorsFormat.SizeOf(tensor.ElementType), length = parameter.Shape.Length, row = parameter.FanIn;
        int output = 0, index = 0;
        for (int done = 0; done < length;)
        {
            int count = Math.Min(length - done, chunk.Length / size);
            int read = stream.ReadAtLeast(chunk.AsSpan(0, count * size), count * size, throwOnEndOfStream: false);
            if (read < count * size)
                throw Short(file, tensor.End - tensor.Begin, (long)done * size + read, $"its tensor {tensor.ShownName}");
            for (int i = 0; i < count; i++)
            {
                storage[parameter.Layout.IndexOf(output, index)] = Convert(chunk.AsSpan(i * size, size), tensor.ElementType);
                if (++index == row)
                    (output, index) = (output + 1, 0);
            }

            done += count;
        }
    }

    private static float Convert(ReadOnlySpan<byte> bytes, string elementType) => elementType switch
    {
        SafetensorsFormat.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        SafetensorsFormat.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        _ => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
    };

    private static InvalidDataException Short(string file, long expected, long actual, string what) =>
        new($"{file} is cut off: {what} should have {Counted.Text(expected, "byte")}, but {actual} {Counted.Are(actual)} there. Copy it again.");
}
