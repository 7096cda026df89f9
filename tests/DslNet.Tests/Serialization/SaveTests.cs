using System.Text;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

public class SaveTests
{
    [Fact]
    public void A_file_is_byte_by_byte_as_the_format_says()
    {
        var network = new LinearNetwork(1, 2, Loss.MeanSquaredError, seed: -7);
        new ParameterTensor(network, network.Description.Parameters[0]).CopyFrom([1f, -2f]);
        new ParameterTensor(network, network.Description.Parameters[1]).CopyFrom([0.5f, float.Epsilon]);

        // 8 bytes: the length of the header, little-endian. Then the header: JSON that begins with { and is padded with spaces.
        const string Header =
            """{"__metadata__":{"format":"pt","dslnet.seed":"-7"},"dense1.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"dense1.bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""";
        string padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        byte[] expected =
        [
            (byte)padded.Length, (byte)(padded.Length >> 8), 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(padded),

            // The tensors one after another: IEEE 754, little-endian.
            0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0,
            0x00, 0x00, 0x00, 0x3F, 0x01, 0x00, 0x00, 0x00,
        ];
        Assert.Equal(expected, Safetensors.Of(network));
    }

    [Fact]
    public void The_data_are_in_PyTorchs_order()
    {
        StorageNetwork network = StorageNetwork.Create(1);
        float[] weights = network.Tensor("conv1.weight").ToArray();
        byte[] file = Safetensors.Of(network);
        int data = 8 + BitConverter.ToInt32(file);
        Assert.Equal(0, data % 8);
        Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(i => BitConverter.ToSingle(file, data + 4 * i)));
        Assert.Equal(data + 4 * network.Description.ParameterCount, file.Length);
    }

    [Fact]
    public void What_was_saved_is_loaded_bit_by_bit()
    {
        using var folder = new TemporaryFolder();
        StorageNetwork saved = StorageNetwork.Create(1), loaded = StorageNetwork.Create(2);
        Assert.NotEqual(saved.Parameters.ToArray(), loaded.Parameters.ToArray());
        saved.Save(folder["net.safetensors"]);
        loaded.Load(folder["net.safetensors"]);
        Assert.Equal(saved.Parameters.ToArray(), loaded.Parameters.ToArray());
        Assert.Equal(saved.Parameters.ToArray(), Network.Load<StorageNetwork>(folder["net.safetensors"]).Parameters.ToArray());
        using var stream = new MemoryStream(Safetensors.Of(saved));
        Assert.Equal(saved.Parameters.ToArray(), Network.Load<StorageNetwork>(stream).Parameters.ToArray());
    }

    [Fact]
    public void Tensors_larger_than_a_chunk_are_whole()
    {
        var saved = new LinearNetwork(300, 129, Loss.MeanSquaredError, seed: 1);
        var loaded = new LinearNetwork(300, 129, Loss.MeanSquaredError, seed: 2);
        loaded.Load(new OneWayStream(Safetensors.Of(saved)));
        Assert.Equal(saved.Parameters.ToArray(), loaded.Parameters.ToArray());
    }

    [Fact]
    public void A_name_may_be_relative()
    {
        string name = $"{Guid.NewGuid():N}.safetensors";
        try
        {
            StorageNetwork.Create(1).Save(name);
            StorageNetwork.Create(2).Load(name);
        }
        finally
        {
            File.Delete(name);
        }
    }
}
