using System.Buffers.Binary;
using System.Text;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Writes safetensors files by hand, right and wrong ones.</summary>
internal static class Safetensors
{
    /// <summary>A file of a header and data, whatever they say.</summary>
    public static byte[] File(string header, byte[] data) => File(Encoding.UTF8.GetBytes(header), data);

    public static byte[] File(byte[] header, byte[] data)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        return [.. prefix, .. header, .. data];
    }

    /// <summary>The file that a network saves.</summary>
    public static byte[] Of(INetwork network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A file for one dense layer of two inputs and three outputs, from the text of its tensors and their data.</summary>
    public static byte[] Entries(int dataLength, params string[] entries) => File("{" + string.Join(',', entries) + "}", new byte[dataLength]);

    public static string Entry(string name, string type, string shape, string offsets) =>
        $$"""
        "{{name}}":{"dtype":"{{type}}","shape":[{{shape}}],"data_offsets":[{{offsets}}]}
        """;

    public static LinearNetwork Target() => new(2, 3, Loss.SoftmaxCrossEntropy, seed: 5);

    public static void Load(INetwork network, byte[] file, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null)
    {
        using var stream = new MemoryStream(file);
        network.Load(stream, rename, ignore);
    }

    /// <summary>The message with which a file is refused; the network is as before.</summary>
    public static string Refused(INetwork network, byte[] file, IReadOnlyDictionary<string, string>? rename = null, IReadOnlyCollection<string>? ignore = null)
    {
        float[] before = network.Parameters.ToArray();
        string message = Assert.Throws<InvalidDataException>(() => Load(network, file, rename, ignore)).Message;
        Assert.Equal(before, network.Parameters.ToArray());
        return message;
    }

    /// <summary>Asserts that a file is refused by a message with all these parts.</summary>
    public static void Refused(INetwork network, byte[] file, string[] parts)
    {
        string message = Refused(network, file);
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
