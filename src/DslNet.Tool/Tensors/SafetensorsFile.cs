using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace DslNet.Tool.Tensors;

/// <summary>Tensors of a safetensors file, whatever network they are of.</summary>
internal static class SafetensorsFile
{
    private const string Index = ".safetensors.index.json";

    /// <summary>Whether a name is that of an index, which says in which of several files each tensor is.</summary>
    public static bool IsIndex(string path) => path.EndsWith(Index, StringComparison.OrdinalIgnoreCase);

    /// <summary>All tensors of floats; counters and indices, which are integers, are left out.</summary>
    public static List<NamedTensor> Read(string path)
    {
        long left = TensorLimits.Elements;
        return Read(path, ref left, []);
    }

    /// <summary>The tensors of all files that an index names. They are beside it.</summary>
    public static List<NamedTensor> ReadSharded(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Dictionary<string, string> places = Places(path);
        List<NamedTensor> tensors = [];
        long left = TensorLimits.Elements;
        foreach (IGrouping<string, KeyValuePair<string, string>> shard in places.GroupBy(place => place.Value, StringComparer.Ordinal))
        {
            if (shard.Key.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || !shard.Key.EndsWith(".safetensors", StringComparison.Ordinal))
                throw new InvalidDataException($"{path} says that tensors are in “{TensorEntry.Shown(shard.Key)}”, which is no safetensors file beside it. Such a file is not opened.");
            HashSet<string> names = new(StringComparer.Ordinal);
            Dictionary<string, NamedTensor> there = Read(Path.Combine(folder, shard.Key), ref left, names).ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
            foreach ((string name, _) in shard)
            {
                if (there.TryGetValue(name, out NamedTensor? tensor))
                    tensors.Add(tensor);
                else if (!names.Contains(name))
                    throw new InvalidDataException($"{path} says that {TensorEntry.Shown(name)} is in {shard.Key}, which has no such tensor. Download the files of the model again.");
            }
        }

        return tensors;
    }

    /// <summary>Writes tensors.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors.</param>
    /// <param name="type">F32, or F16 or BF16: to the nearest, ties to even.</param>
    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors, string type)
    {
        int size = type == SafetensorsFormat.Float32 ? sizeof(float) : sizeof(ushort);
        var header = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsFormat.Metadata);
            json.WriteString("format", "pt");
            json.WriteEndObject();
            long begin = 0;
            foreach (NamedTensor tensor in tensors)
            {
                long end = begin + (long)tensor.Values.Length * size;
                json.WriteStartObject(tensor.Name);
                json.WriteString(SafetensorsFormat.ElementType, type);
                json.WriteStartArray(SafetensorsFormat.Shape);
                foreach (int axis in tensor.Shape)
                    json.WriteNumberValue(axis);
                json.WriteEndArray();
                json.WriteStartArray(SafetensorsFormat.Offsets);
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        int padding = -header.WrittenCount & (SafetensorsFormat.Alignment - 1);
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        stream.Write(length);
        stream.Write(header.WrittenSpan);
        foreach (NamedTensor tensor in tensors)
        {
            byte[] bytes = new byte[tensor.Values.Length * size];
            for (int i = 0; i < tensor.Values.Length; i++)
                WriteValue(bytes.AsSpan(i * size), tensor.Values[i], type);
            stream.Write(bytes);
        }
    }

    /// <param name="path">The file.</param>
    /// <param name="left">How many elements may still be read.</param>
    /// <param name="names">Receives the names of all tensors, of whatever type.</param>
    private static List<NamedTensor> Read(string path, ref long left, HashSet<string> names)
    {
        using FileStream stream = NetworkFiles.Open(path);
        var reader = new SafetensorsReader(stream, path);
        long data = stream.Position;
        names.UnionWith(reader.Tensors.Select(tensor => tensor.Name));
        List<NamedTensor> tensors = [];
        foreach (TensorEntry entry in reader.Tensors.Where(entry => Reads(entry.ElementType)))
        {
            int size = SafetensorsFormat.BitsOf(entry.ElementType) / 8;
            float[] values = new float[TensorLimits.Count(entry.Shape, path, entry.Name, ref left)];
            byte[] bytes = new byte[values.Length * size];
            stream.Position = data + entry.Begin;
            stream.ReadExactly(bytes);
            for (int i = 0; i < values.Length; i++)
                values[i] = Value(bytes.AsSpan(i * size), entry.ElementType);
            tensors.Add(new(entry.Name, [.. entry.Shape.Select(axis => (int)axis)], values));
        }

        return tensors;
    }

    private static bool Reads(string type) => type is SafetensorsFormat.Float64 or SafetensorsFormat.Float32 or SafetensorsFormat.Float16 or SafetensorsFormat.BFloat16;

    private static float Value(ReadOnlySpan<byte> bytes, string type) => type switch
    {
        SafetensorsFormat.Float64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        SafetensorsFormat.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        SafetensorsFormat.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        _ => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
    };

    private static void WriteValue(Span<byte> bytes, float value, string type)
    {
        if (type == SafetensorsFormat.Float32)
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        else if (type == SafetensorsFormat.Float16)
            BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, Upper(value));
    }

    /// <summary>The upper half of a float32's bits, rounded to the nearest, ties to even. NaN stays NaN.</summary>
    private static ushort Upper(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)(bits >> 16 | 0x40) : (ushort)((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
    }

    private static Dictionary<string, string> Places(string path)
    {
        using FileStream stream = NetworkFiles.Open(path);
        if (stream.Length > TensorLimits.HeaderLength)
            throw new InvalidDataException($"{path} has {stream.Length:N0} bytes, too many for an index.");
        try
        {
            using var json = JsonDocument.Parse(stream);
            var places = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (JsonProperty place in json.RootElement.GetProperty("weight_map").EnumerateObject())
                places[place.Name] = place.Value.GetString() ?? "";
            return places;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is no index of safetensors files: it needs an object “weight_map” with the file of each tensor.", e);
        }
    }
}
