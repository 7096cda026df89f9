using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace DslNet.Onnx.Writing;

/// <summary>Writes a safetensors file of float32.</summary>
internal static class Safetensors
{
    private const int Alignment = 8, ChunkLength = 16 * 1024;

    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors, with their names in files as suffixes.</param>
    /// <param name="origin">Where they come from, for the metadata.</param>
    public static void Write(Stream stream, IReadOnlyList<LayerParameter> tensors, string origin)
    {
        ReadOnlySpan<byte> header = Header(tensors, origin);
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        byte[] chunk = new byte[ChunkLength * sizeof(float)];
        foreach (float[] values in tensors.SelectMany(tensor => tensor.Values.Chunk(ChunkLength)))
        {
            for (int i = 0; i < values.Length; i++)
                BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(i * sizeof(float)), values[i]);
            stream.Write(chunk, 0, values.Length * sizeof(float));
        }
    }

    private static ReadOnlySpan<byte> Header(IReadOnlyList<LayerParameter> tensors, string origin)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteString("origin", origin);
            json.WriteEndObject();
            long begin = 0;
            foreach (LayerParameter tensor in tensors)
            {
                long end = begin + (long)tensor.Values.Length * sizeof(float);
                json.WriteStartObject(tensor.Suffix);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int axis in tensor.Shape)
                    json.WriteNumberValue(axis);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan;
    }
}
