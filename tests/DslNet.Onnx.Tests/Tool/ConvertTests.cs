using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using DslNet.Onnx.Tests.Harness;
using DslNet.Tool.Tensors;

namespace DslNet.Onnx.Tests.Tool;

/// <summary>Weights from one kind of file into another.</summary>
public sealed class ConvertTests
{
    private static readonly float[] s_weight = [.. Enumerable.Range(0, 12).Select(i => i * 0.375f - 2)], s_bias = [0.5f, -1, 3];

    /// <summary>As NumPy writes arrays: 32 and 64 bits, both orders of bytes, both orders of axes.</summary>
    [Fact]
    public async Task Arrays_of_NumPy_are_weights()
    {
        using TemporaryFolder folder = new();
        float[] columns = [.. Enumerable.Range(0, 12).Select(i => s_weight[i % 3 * 4 + i / 3])];
        byte[] bias = MemoryMarshal.AsBytes<double>([.. s_bias.Select(value => (double)value)]).ToArray();
        for (int i = 0; i < bias.Length; i += sizeof(double))
            Array.Reverse(bias, i, sizeof(double));
        string npz = folder.Write("net.npz", Zip(
            ("net.dense1.weight", Npy("<f4", "True", "3, 4", MemoryMarshal.AsBytes<float>(columns).ToArray())), ("net.dense1.bias", Npy(">f8", "False", "3,", bias)), ("step", Npy("<f4", "False", "", new byte[4]))));
        (int code, string output, string errors) = await Dslnet.RunAsync("convert", npz, folder["net.safetensors"], "--without-prefix", "net.");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("2 tensors, 15 elements", output);
        CheckedNetwork network = new(1);
        network.Load(folder["net.safetensors"]);
        Assert.Equal(s_weight, new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
        Assert.Equal(s_bias, new ParameterTensor(network, network.Description.Parameters[1]).ToArray());
    }

    [Fact]
    public async Task There_and_back_again_is_the_same()
    {
        using TemporaryFolder folder = new();
        CheckedNetwork network = new(5), again = new(6);
        network.Save(folder["a.safetensors"]);
        Assert.Equal(0, (await Dslnet.RunAsync("convert", folder["a.safetensors"], folder["b.npz"])).Code);
        Assert.Equal(0, (await Dslnet.RunAsync("convert", folder["b.npz"], folder["c.safetensors"])).Code);
        again.Load(folder["c.safetensors"]);
        Assert.Equal(network.Parameters.ToArray(), again.Parameters.ToArray());
        (int code, _, string errors) = await Dslnet.RunAsync("convert", folder["a.safetensors"], folder["b.npz"]);
        Assert.Equal(3, code);
        Assert.Contains("b.npz is there already", errors);
    }

    /// <summary>Rows of the table: the type, a value, and the nearest that the type has.</summary>
    [Theory]
    [InlineData("F16", 1.0004883f, 1f)]
    [InlineData("F16", 1.0014648f, 1.0019531f)]
    [InlineData("BF16", 1.00390625f, 1f)]
    [InlineData("BF16", 1.01171875f, 1.015625f)]
    [InlineData("BF16", float.NegativeInfinity, float.NegativeInfinity)]
    public void Values_of_16_bits_are_the_nearest(string type, float value, float nearest)
    {
        using TemporaryFolder folder = new();
        using MemoryStream stream = new();
        SafetensorsFile.Write(stream, [new("x", [1], [value])], type);
        Assert.Equal(nearest, Assert.Single(SafetensorsFile.Read(folder.Write("x.safetensors", stream.ToArray()))).Values[0]);
    }

    [Fact]
    public void Several_files_are_read_by_their_index()
    {
        using TemporaryFolder folder = new();
        foreach ((string name, float value) in new[] { ("a", 1f), ("b", 2f) })
        {
            using MemoryStream stream = new();
            SafetensorsFile.Write(stream, [new(name, [2], [value, -value]), new("other", [], [0])], "F32");
            folder.Write($"model-{name}.safetensors", stream.ToArray());
        }

        string index = folder.Write("model.safetensors.index.json", """{"metadata": {}, "weight_map": {"a": "model-a.safetensors", "b": "model-b.safetensors"}}"""u8.ToArray());
        Assert.Equal([("a", 1f), ("b", 2f)], SafetensorsFile.ReadSharded(index).Select(tensor => (tensor.Name, tensor.Values[0])));

        index = folder.Write("other.safetensors.index.json", """{"weight_map": {"a": "model-a.safetensors", "c": "model-b.safetensors"}}"""u8.ToArray());
        Assert.Contains("has no such tensor", Assert.Throws<InvalidDataException>(() => SafetensorsFile.ReadSharded(index)).Message);
    }

    /// <summary>An index names files beside it, and no others.</summary>
    [Theory]
    [InlineData("""{"weight_map": {"a": "../model.safetensors"}}""", "is not opened")]
    [InlineData("""{"weight_map": {"a": "/etc/passwd"}}""", "is not opened")]
    [InlineData("""{"weight_map": {"a": 3}}""", "no index")]
    [InlineData("""{"weights": {}}""", "no index")]
    [InlineData("""[]""", "no index")]
    [InlineData("""{"weight""", "no index")]
    public void An_index_that_is_none_is_refused(string text, string reason)
    {
        using TemporaryFolder folder = new();
        string index = folder.Write("model.safetensors.index.json", Encoding.UTF8.GetBytes(text));
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => SafetensorsFile.ReadSharded(index)).Message);
    }

    [Fact]
    public void Claims_of_more_elements_than_there_are_cost_nothing()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("too many elements", Assert.Throws<InvalidDataException>(() => NpzFile.Read(folder.Write("a.npz", Zip(("x", Npy("<f4", "False", "99999999999, 99999999999", []))))))
            .Message);
        Assert.Contains("ends after", Assert.Throws<InvalidDataException>(() => NpzFile.Read(folder.Write("b.npz", Zip(("x", Npy("<f4", "False", "1000000", new byte[8])))))).Message);
        Assert.Contains("Save it as float32", Assert.Throws<InvalidDataException>(() => NpzFile.Read(folder.Write("c.npz", Zip(("x", Npy("|O", "False", "1", new byte[8])))))).Message);
    }

    /// <summary>Every file is read, or refused by the one exception that is documented. DSLNET_MUTATED_FILES tries more.</summary>
    [Fact]
    public void Mutated_arrays_are_read_or_refused()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("DSLNET_MUTATED_FILES"), out int more) ? more : 2_000;
        byte[] array = Npy("<f4", "True", "3, 4", new byte[48]), whole = Zip(("a", array), ("b", Npy("<f2", "False", "2,", new byte[4])));
        using TemporaryFolder folder = new();
        for (int seed = 0; seed < count; seed++)
        {
            // The zip file has a checksum for each array: its arrays are mutated by themselves, too.
            Random random = new(seed);
            byte[] mutated = seed % 2 == 0 ? Mutated(whole, random) : Zip(("a", Mutated(array, random)));
            try
            {
                NpzFile.Read(folder.Write("Mutated.npz", mutated));
            }
            catch (InvalidDataException refused)
            {
                Assert.Contains("Mutated.npz", refused.Message);
            }
        }
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        byte[] bytes = [.. whole];
        for (int i = random.Next(1, 6); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static byte[] Npy(string type, string isFortran, string shape, byte[] data)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': {isFortran}, 'shape': ({shape}), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. data];
    }

    private static byte[] Zip(params (string Name, byte[] Data)[] arrays)
    {
        using MemoryStream stream = new();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] data) in arrays)
            {
                using Stream entry = zip.CreateEntry(name + ".npy").Open();
                entry.Write(data);
            }
        }

        return stream.ToArray();
    }
}
