using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DslNet.Benchmarks.Models;

/// <summary>Reads the parameters that all peers start from: a safetensors file of 32-bit floats.</summary>
internal static class ParameterFile
{
    /// <summary>The tensors of a file by name, in PyTorch's order.</summary>
    public static Dictionary<string, ParameterArray> Read(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        int headerLength = checked((int)BinaryPrimitives.ReadInt64LittleEndian(file));
        ReadOnlySpan<byte> data = file[(sizeof(long) + headerLength)..];
        using var header = JsonDocument.Parse(file.Slice(sizeof(long), headerLength).ToArray());
        var tensors = new Dictionary<string, ParameterArray>();
        foreach (JsonProperty entry in header.RootElement.EnumerateObject())
        {
            if (entry.NameEquals("__metadata__"))
                continue;
            int[] shape = Numbers(entry.Value.GetProperty("shape")), place = Numbers(entry.Value.GetProperty("data_offsets"));
            tensors.Add(entry.Name, new(shape, MemoryMarshal.Cast<byte, float>(data[place[0]..place[1]]).ToArray()));
        }

        return tensors;
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(each => each.GetInt32())];
}
