using System.Buffers.Binary;

namespace DslNet;

/// <summary>Reads the parameters of a network from a safetensors file, all of them or none.</summary>
internal sealed class SafetensorsReader
{
    private const int ChunkLength = 64 * 1024;

    private readonly Stream _stream;
    private readonly string _file;
    private readonly SafetensorsContent _content;

    /// <summary>Reads the header and checks it.</summary>
    /// <param name="stream">The file, from its beginning to its end.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">The file is broken, or another kind of file.</exception>
    public SafetensorsReader(Stream stream, string file)
    {
        (_stream, _file) = (stream, file);
        _content = SafetensorsHeader.Parse(ReadHeader(stream, file), file);
        SafetensorsCheck.Layout(_content.Tensors, file, RemainingLength(stream));
    }

    /// <summary>The seed of the network that was saved, if the file tells it.</summary>
    public int? Seed => _content.Seed;

    /// <summary>The texts that stand beside the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _content.Metadata;

    /// <summary>The tensors of the file.</summary>
    public IReadOnlyList<TensorEntry> Tensors => _content.Tensors;

    /// <summary>Replaces the parameters of a network once everything was read and found right.</summary>
    /// <param name="network">The network.</param>
    /// <param name="names">From names in the file to names of the network.</param>
    /// <exception cref="InvalidDataException">The file is broken or does not fit; the network is unchanged.</exception>
    public void ReadInto(INetwork network, TensorNames names)
    {
        // Staged in the network's own layout; the zeros between tensors are part of it.
        Span<float> parameters = network.Parameters, states = network.States;
        float[] staged = new float[parameters.Length + states.Length];
        Read(network.Description, names, staged.AsSpan(0, parameters.Length), staged.AsSpan(parameters.Length));
        staged.AsSpan(0, parameters.Length).CopyTo(parameters);
        staged.AsSpan(parameters.Length).CopyTo(states);
    }

    /// <summary>Fills a network that nobody has seen yet, and that nobody will see if this fails: without a copy between.</summary>
    /// <param name="network">The network.</param>
    /// <param name="names">From names in the file to names of the network.</param>
    /// <exception cref="InvalidDataException">The file is broken or does not fit.</exception>
    public void ReadIntoNew(INetwork network, TensorNames names) => Read(network.Description, names, network.Parameters, network.States);

    private void Read(NetworkDescription network, TensorNames names, Span<float> parameters, Span<float> states)
    {
        Dictionary<TensorEntry, ParameterDescription> pairs =
            SafetensorsCheck.Match(_content.Tensors, _file, network, names).ToDictionary(pair => pair.Tensor, pair => pair.Parameter);
        byte[] chunk = new byte[ChunkLength];
        foreach (TensorEntry tensor in _content.Tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (!pairs.TryGetValue(tensor, out ParameterDescription? parameter))
                Skip(tensor, chunk);
            else if (parameter.Offset < parameters.Length)
                ReadTensor(tensor, parameter, chunk, parameters.Slice(parameter.Offset, parameter.Layout.StorageLength));
            else
                ReadTensor(tensor, parameter, chunk, states.Slice(parameter.Offset - parameters.Length, parameter.Layout.StorageLength));
        }

        if (_stream.ReadByte() >= 0)
            throw new InvalidDataException($"{_file} goes on after its last tensor. Re-export it.");
    }

    private static long? RemainingLength(Stream stream) => stream.CanSeek ? stream.Length - stream.Position : null;

    private static byte[] ReadHeader(Stream stream, string file)
    {
        long? remaining = RemainingLength(stream);

        // One byte more than the length of the header: it tells safetensors from other files.
        Span<byte> start = stackalloc byte[SafetensorsFormat.PrefixLength + 1];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bool isObject = read == start.Length && start[^1] == '{';
        ulong length = read < SafetensorsFormat.PrefixLength ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(start);
        if ((!isObject || length > SafetensorsFormat.LongestHeader) && ForeignFile.Recognize(start[..read], stream, file) is { } what)
            throw new InvalidDataException(what);
        if (read == 0)
            throw new InvalidDataException($"{file} is empty. Save the network again, or copy the file again.");
        if (read < SafetensorsFormat.PrefixLength)
            throw new InvalidDataException($"{file} has {Counted.Text(read, "byte")}, but a safetensors file begins with {SafetensorsFormat.PrefixLength} that tell the length of its header. Re-export it.");
        if (length > SafetensorsFormat.LongestHeader)
        {
            string remedy = isObject ? "It is damaged, or its metadata are too long: write it anew with less." : "It is not a safetensors file, or it is damaged.";
            throw new InvalidDataException($"{file} claims a header of {length} bytes; the format allows {SafetensorsFormat.LongestHeader}. {remedy}");
        }

        if (remaining is { } bytes && length > (ulong)(bytes - SafetensorsFormat.PrefixLength))
            throw Short(file, (long)length, bytes - SafetensorsFormat.PrefixLength, "its header");

        // More of what is no object was read to recognise it: its first byte is enough to refuse it.
        ReadOnlySpan<byte> first = start[SafetensorsFormat.PrefixLength..read];
        return length == 0 || !isObject && first.Length > 0 ? first.ToArray() : ReadHeader(stream, file, (int)length, first);
    }

    private static byte[] ReadHeader(Stream stream, string file, int length, ReadOnlySpan<byte> start)
    {
        // A stream may claim much and hold little: memory grows with what has come.
        byte[] header = new byte[Math.Min(length, ChunkLength)];
        start.CopyTo(header);
        int filled = start.Length;
        while (true)
        {
            filled += stream.ReadAtLeast(header.AsSpan(filled), header.Length - filled, throwOnEndOfStream: false);
            if (filled == length)
                return header;
            if (filled < header.Length)
                throw Short(file, length, filled, "its header");
            Array.Resize(ref header, (int)Math.Min(length, 2L * header.Length));
        }
    }

    private void ReadTensor(TensorEntry tensor, ParameterDescription parameter, byte[] chunk, Span<float> storage)
    {
        int size = SafetensorsFormat.BitsOf(tensor.ElementType) / 8, length = parameter.Shape.Length, row = parameter.FanIn;
        int output = 0, index = 0;
        for (int done = 0; done < length;)
        {
            int count = Math.Min(length - done, chunk.Length / size);
            Fill(chunk.AsSpan(0, count * size), tensor, (long)done * size);
            for (int i = 0; i < count; i++)
            {
                storage[parameter.Layout.IndexOf(output, index)] = Convert(chunk.AsSpan(i * size, size), tensor);
                if (++index == row)
                    (output, index) = (output + 1, 0);
            }

            done += count;
        }
    }

    private void Skip(TensorEntry tensor, byte[] chunk)
    {
        for (long left = tensor.End - tensor.Begin; left > 0; left -= Math.Min(left, chunk.Length))
            Fill(chunk.AsSpan(0, (int)Math.Min(left, chunk.Length)), tensor, tensor.End - tensor.Begin - left);
    }

    private void Fill(Span<byte> bytes, TensorEntry tensor, long before)
    {
        int read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
            throw Short(_file, tensor.End - tensor.Begin, before + read, $"its tensor {tensor.ShownName}");
    }

    private float Convert(ReadOnlySpan<byte> bytes, TensorEntry tensor) => tensor.ElementType switch
    {
        SafetensorsFormat.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        SafetensorsFormat.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        SafetensorsFormat.Float64 => Round(BinaryPrimitives.ReadDoubleLittleEndian(bytes), tensor),
        _ => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
    };

    /// <summary>To the nearest float32, ties to even. Infinities and NaN stay what they are.</summary>
    private float Round(double value, TensorEntry tensor)
    {
        float rounded = (float)value;
        if (float.IsInfinity(rounded) && double.IsFinite(value))
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{_file}: {tensor.ShownName} (F64) holds {value}, which is beyond float32 ({float.MaxValue}). Scale the weights, or train them anew in float32."));
        }

        return rounded;
    }

    private static InvalidDataException Short(string file, long expected, long actual, string what) =>
        new($"{file} is cut off: {what} should have {Counted.Text(expected, "byte")}, but {actual} {Counted.Are(actual)} there. Copy it again.");
}
