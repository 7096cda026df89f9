using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DslNet.Audio.Writing;

/// <summary>Writes a safetensors file of float32.</summary>
internal static class NamSafetensors
{
    private const int Alignment = 8;

    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors by name.</param>
    public static void Write(Stream stream, IReadOnlyList<(string Name, NamTensor Tensor)> tensors)
    {
        var header = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            long begin = 0;
            foreach ((string name, NamTensor tensor) in tensors)
            {
                long end = begin + (long)tensor.Values.Length * sizeof(float);
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                WriteNumbers(json, "shape", tensor.Shape.Select(axis => (long)axis));
                WriteNumbers(json, "data_offsets", [begin, end]);
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        int padding = -header.WrittenCount & (Alignment - 1);
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        stream.Write(length);
        stream.Write(header.WrittenSpan);
        foreach ((_, NamTensor tensor) in tensors)
            stream.Write(Bytes(tensor.Values));
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> Bytes(float[] values)
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.AsBytes<float>(values);
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }
}
