using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace DslNet;

/// <summary>Writes the parameters of a network as a safetensors file: float32, in PyTorch's order, without the zeros between.</summary>
internal static class SafetensorsWriter
{
    private const int ChunkLength = 64 * 1024;

    /// <param name="stream">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="checkpoint">The state of its training, if there is one: a tensor of bytes behind the others.</param>
    /// <param name="metadata">Texts to stand beside the tensors, if there are any.</param>
    public static void Write(Stream stream, INetwork network, ReadOnlySpan<byte> checkpoint = default, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ReadOnlySpan<byte> header = Header(network.Description, network.Seed, checkpoint.Length, metadata);
        Span<byte> prefix = stackalloc byte[SafetensorsFormat.PrefixLength];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        byte[] chunk = new byte[ChunkLength];
        int parameters = network.Parameters.Length;
        foreach (ParameterDescription tensor in StoredTensors.Of(network.Description))
        {
            Span<float> storage = tensor.Offset < parameters ? network.Parameters[tensor.Offset..] : network.States[(tensor.Offset - parameters)..];
            WriteTensor(stream, tensor, storage[..tensor.Layout.StorageLength], chunk);
        }

        stream.Write(checkpoint);
    }

    private static ReadOnlySpan<byte> Header(NetworkDescription network, int seed, int checkpointLength, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();

            // Loaders in the world of PyTorch ask for this word.
            json.WriteStartObject(SafetensorsFormat.Metadata);
            json.WriteString("format", "pt");
            json.WriteString(SafetensorsFormat.Seed, seed.ToString(CultureInfo.InvariantCulture));
            foreach ((string key, string text) in metadata ?? new Dictionary<string, string>())
                json.WriteString(key, text);
            json.WriteEndObject();

            long begin = 0;
            foreach (ParameterDescription parameter in StoredTensors.Of(network))
                begin = WriteEntry(json, parameter.Name, SafetensorsFormat.Float32, parameter.Shape.Axes, begin, (long)parameter.Shape.Length * sizeof(float));
            if (checkpointLength > 0)
                WriteEntry(json, SafetensorsFormat.Checkpoint, SafetensorsFormat.Byte, [checkpointLength], begin, checkpointLength);
            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & (SafetensorsFormat.Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan;
    }

    /// <returns>Where the next tensor begins.</returns>
    private static long WriteEntry(Utf8JsonWriter json, string name, string elementType, IEnumerable<int> shape, long begin, long length)
    {
        json.WriteStartObject(name);
        json.WriteString(SafetensorsFormat.ElementType, elementType);
        json.WriteStartArray(SafetensorsFormat.Shape);
        foreach (int axis in shape)
            json.WriteNumberValue(axis);
        json.WriteEndArray();
        json.WriteStartArray(SafetensorsFormat.Offsets);
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + length);
        json.WriteEndArray();
        json.WriteEndObject();
        return begin + length;
    }

    private static void WriteTensor(Stream stream, ParameterDescription parameter, ReadOnlySpan<float> storage, byte[] chunk)
    {
        int filled = 0, row = parameter.FanIn;
        for (int output = 0; output < parameter.Shape[0]; output++)
        {
            for (int index = 0; index < row; index++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(filled), storage[parameter.Layout.IndexOf(output, index)]);
                filled += sizeof(float);
                if (filled == chunk.Length)
                {
                    stream.Write(chunk);
                    filled = 0;
                }
            }
        }

        stream.Write(chunk, 0, filled);
    }
}
