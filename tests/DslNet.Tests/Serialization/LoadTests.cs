using System.Buffers.Binary;
using System.Text;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

public class LoadTests
{
    private static readonly string Weight = Safetensors.Entry("dense1.weight", "F32", "3,2", "0,24");
    private static readonly string Bias = Safetensors.Entry("dense1.bias", "F32", "3", "24,36");

    [Fact]
    public void Halves_and_bfloats_are_converted()
    {
        byte[] data = new byte[18];
        float[] weights = [1, -2.5f, 0.0999755859375f, 65504, 5.9604644775390625e-8f, float.NegativeInfinity];
        float[] biases = [1, -3.140625f, 1e38f];
        for (int i = 0; i < 6; i++)
            BinaryPrimitives.WriteHalfLittleEndian(data.AsSpan(2 * i), (Half)weights[i]);
        for (int i = 0; i < 3; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(12 + 2 * i), (ushort)(BitConverter.SingleToUInt32Bits(biases[i]) >> 16));
        LinearNetwork network = Safetensors.Target();
        string header = "{" + Safetensors.Entry("dense1.weight", "F16", "3,2", "0,12") + "," + Safetensors.Entry("dense1.bias", "BF16", "3", "12,18") + "}";
        Safetensors.Load(network, Safetensors.File(header, data));
        Assert.Equal(weights, new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
        Assert.Equal([1, -3.140625f, BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(1e38f) & 0xFFFF0000)], new ParameterTensor(network, network.Description.Parameters[1]).ToArray());
    }

    [Fact]
    public void The_order_of_header_and_data_is_free()
    {
        byte[] data = new byte[36];
        for (int i = 0; i < 9; i++)
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4 * i), i);
        string header = "{" + Safetensors.Entry("dense1.weight", "F32", "3,2", "12,36") + "," + Safetensors.Entry("dense1.bias", "F32", "3", "0,12") + "}   ";
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Safetensors.File(header, data));
        Assert.Equal([3f, 4, 5, 6, 7, 8], new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
        Assert.Equal([0f, 1, 2], new ParameterTensor(network, network.Description.Parameters[1]).ToArray());
    }

    [Fact]
    public void The_zeros_between_tensors_stay_zero()
    {
        StorageNetwork network = StorageNetwork.Create(2);
        Safetensors.Load(network, Safetensors.Of(StorageNetwork.Create(1)));
        float[] expected = new float[network.Parameters.Length];
        foreach (ParameterDescription parameter in network.Description.Parameters)
        {
            float[] values = network.Tensor(parameter.Name).ToArray();
            for (int i = 0; i < values.Length; i++)
                expected[parameter.Offset + parameter.Layout.IndexOf(i / parameter.FanIn, i % parameter.FanIn)] = values[i];
        }

        Assert.Equal(expected, network.Parameters.ToArray());
    }

    [Fact]
    public void Metadata_are_skipped()
    {
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Safetensors.Entries(36, """ "__metadata__" : {"a":"b","c":""} """, Weight, Bias));
        Refused(Safetensors.Entries(36, """ "__metadata__":{"a":1} """, Weight, Bias), "__metadata__.a is not a string");
        Refused(Safetensors.Entries(36, """ "__metadata__":{"a":"b","a":"c"} """, Weight, Bias), "__metadata__ has a twice");
        Refused(Safetensors.Entries(36, """ "__metadata__":[] """, Weight, Bias), "__metadata__ is not an object");
    }

    [Fact]
    public void A_missing_tensor_is_refused() =>
        Refused(Safetensors.Entries(24, Weight), "The stream lacks dense1.bias (3) of LinearNetwork", "Add it");

    [Fact]
    public void A_tensor_too_many_is_refused()
    {
        byte[] file = Safetensors.Entries(44, Weight, Bias, Safetensors.Entry("ema", "F16", "4", "36,44"));
        Refused(file, "ema, 4, is no parameter of LinearNetwork", "pass ignore: [\"ema\"]");
    }

    [Fact]
    public void Another_shape_is_refused_with_both()
    {
        Refused(
            Safetensors.Entries(60, Safetensors.Entry("dense1.weight", "F32", "3,4", "0,48"), Safetensors.Entry("dense1.bias", "F32", "3", "48,60")),
            "dense1.weight", "has the shape 3×4", "has 3×2", "Declare the layer");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "2,3", "0,24"), Bias), "has the shape 2×3", "has 3×2", "Transpose");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "6", "0,24"), Bias), "has the shape 6", "has 3×2");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "3,2,1", "0,24"), Bias), "has the shape 3×2×1", "has 3×2", "Reshape");
        Refused(
            Safetensors.Entries(28, Weight, Safetensors.Entry("dense1.bias", "F32", "", "24,28")), "dense1.bias has the shape a scalar", "has 3");
    }

    [Fact]
    public void Another_order_of_axes_is_told()
    {
        NetworkDescription network = StorageNetwork.Declaration;
        string message = Assert.Throws<InvalidDataException>(() => Safetensors.Load(StorageNetwork.Create(1), Safetensors.Entries(
            4 * network.ParameterCount,
            Safetensors.Entry("conv1.weight", "F32", "2,2,2,3", "0,96"),
            Safetensors.Entry("conv1.bias", "F32", "3", "96,108"),
            Safetensors.Entry("dense1.weight", "F32", "19,12", "108,1020"),
            Safetensors.Entry("dense1.bias", "F32", "19", "1020,1096")))).Message;
        Assert.Contains("conv1.weight has the shape 2×2×2×3, but conv1.weight of StorageNetwork has 3×2×2×2. Transpose it by (3, 2, 0, 1)", message);
    }

    [Fact]
    public void Holes_overlaps_and_wrong_ends_are_refused()
    {
        Refused(Safetensors.Entries(40, Weight, Safetensors.Entry("dense1.bias", "F32", "3", "28,40")), "dense1.bias go from 28 to 40", "begin at 24");
        Refused(Safetensors.Entries(36, Weight, Safetensors.Entry("dense1.bias", "F32", "3", "20,32")), "dense1.bias go from 20 to 32", "begin at 24");
        Refused(Safetensors.Entries(40, Safetensors.Entry("dense1.weight", "F32", "3,2", "4,28"), Safetensors.Entry("dense1.bias", "F32", "3", "28,40")), "begin at 0");
        Refused(Safetensors.Entries(36, Weight, Safetensors.Entry("dense1.bias", "F32", "3", "24,12")), "from 24 to 12");
        Refused(Safetensors.Entries(35, Weight, Bias), "35 bytes of data", "describes 36", "cut off");
        Refused(Safetensors.Entries(37, Weight, Bias), "37 bytes of data", "describes 36", "Something follows");
    }

    [Fact]
    public void Lengths_that_contradict_shapes_are_refused()
    {
        Refused(Safetensors.Entries(32, Safetensors.Entry("dense1.weight", "F32", "3,2", "0,20"), Safetensors.Entry("dense1.bias", "F32", "3", "20,32")), "should have 24 bytes, but has 20");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F16", "3,2", "0,24"), Bias), "should have 12 bytes, but has 24");
    }

    [Fact]
    public void Products_that_overflow_are_refused()
    {
        // 2³² · 2³² · 4 is 0 in 64 bits, and (2⁶³ − 1) · 4 is −4.
        Refused(Safetensors.Entries(12, Safetensors.Entry("dense1.weight", "F32", "4294967296,4294967296", "0,0"), Safetensors.Entry("dense1.bias", "F32", "3", "0,12")), "but has 0");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "9223372036854775807", "0,24"), Bias), "should have 9223372036854775807 bytes, but has 24");
        string maximum = string.Join(',', Enumerable.Repeat("9223372036854775807", 100));
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", maximum, "0,24"), Bias), "100 axes", "but has 24");
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "3,2", "0,9223372036854775807"), Bias), "should have 24 bytes");
    }

    [Theory]
    [InlineData("-1,2", "0,24")]
    [InlineData("1.5,2", "0,24")]
    [InlineData("3e0,2", "0,24")]
    [InlineData("9223372036854775808,2", "0,24")]
    [InlineData("\"3\",2", "0,24")]
    [InlineData("null", "0,24")]
    [InlineData("[3,2]", "0,24")]
    [InlineData("3,2", "-24,0")]
    [InlineData("3,2", "0,1e2")]
    public void Numbers_must_be_whole_and_not_negative(string shape, string offsets) =>
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", shape, offsets), Bias), "no whole number from zero");

    [Theory, InlineData(""), InlineData("0"), InlineData("0,24,36")]
    public void There_are_two_offsets(string offsets) =>
        Refused(Safetensors.Entries(36, Safetensors.Entry("dense1.weight", "F32", "3,2", offsets), Bias), "data_offsets instead of 2");

    [Fact]
    public void Nothing_may_be_there_twice()
    {
        Refused(Safetensors.Entries(60, Weight, Bias, Safetensors.Entry("dense1.weight", "F32", "3,2", "36,60")), "dense1.weight twice");
        Refused(Safetensors.Entries(60, Weight, Bias, Safetensors.Entry("dense1.w\\u0065ight", "F32", "3,2", "36,60")), "dense1.weight twice");
        Refused(Safetensors.Entries(24, """ "dense1.weight":{"dtype":"F32","dtype":"F32","shape":[3,2],"data_offsets":[0,24]} """), "dtype twice");
        Refused(Safetensors.Entries(24, """ "dense1.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24],"shape":[3,2]} """), "shape twice");
    }

    [Theory]
    [InlineData("", "does not begin with {")]
    [InlineData(" {}", "does not begin with {")]
    [InlineData("[]", "does not begin with {")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{}}", "not valid JSON")]
    [InlineData("{}\0", "not valid JSON")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("{/* no */}", "not valid JSON")]
    [InlineData("{\"a\":1,}", "a is not an object")]
    [InlineData("{\"a\":{}}", "a lacks one of dtype, shape and data_offsets")]
    [InlineData("{\"a\":{\"b\":1}}", "unknown entry b")]
    [InlineData("{\"a\":{\"dtype\":1}}", "a.dtype is not a string")]
    [InlineData("{\"a\":{\"shape\":1}}", "a.shape is not an array")]
    [InlineData("{\"\\ud800\":{}}", "not valid Unicode")]
    [InlineData("{\"a\":{\"dtype\":\"\\udfff\"}}", "not valid Unicode")]
    public void Headers_that_are_not_as_the_format_says_are_refused(string header, string message) => Refused(Safetensors.File(header, []), message);

    [Fact]
    public void Invalid_text_is_refused() => Refused(Safetensors.File([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)'}'], []), "not valid UTF-8");

    [Fact]
    public void Deep_JSON_is_refused()
    {
        string deep = "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        Refused(Safetensors.File(deep, []), "safetensors");
        string arrays = "{\"a\":{\"shape\":" + new string('[', 100_000);
        Refused(Safetensors.File(arrays, []), "safetensors");
    }

    [Fact]
    public void An_empty_file_is_called_so() => Refused([], "The stream is empty");

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Less_than_the_length_of_a_header_is_refused(int length) => Refused(new byte[length], length == 1 ? "has 1 byte," : $"has {length} bytes,");

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 40)]
    [InlineData(100_000_001UL)]
    public void A_header_of_gigabytes_is_refused_without_allocating_them(ulong length)
    {
        byte[] file = new byte[100];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        Refused(file, $"a header of {length} bytes; the format allows 100000000", "not a safetensors file");
        file[8] = (byte)'{';
        Refused(file, $"a header of {length} bytes; the format allows 100000000", "damaged");
    }

    [Fact]
    public void A_header_longer_than_its_file_is_refused_without_allocating_it()
    {
        byte[] file = new byte[100];
        BinaryPrimitives.WriteUInt64LittleEndian(file, 16_000_000);
        Refused(file, "cut off: its header should have 16000000 bytes, but 92 are there");

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Safetensors.Target().Load(new OneWayStream(file)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Long_metadata_are_read()
    {
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Safetensors.Entries(36, $$""" "__metadata__":{"recipe":"{{new string('x', 20_000_000)}}"} """, Weight, Bias));
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void A_long_header_is_read_whole()
    {
        LinearNetwork network = Safetensors.Target();
        byte[] header = Encoding.UTF8.GetBytes(("{" + Weight + "," + Bias + "}").PadRight(300_000));
        network.Load(new OneWayStream(Safetensors.File(header, new byte[36])));
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_checked_to_its_end()
    {
        byte[] good = Safetensors.Entries(36, Weight, Bias);
        LinearNetwork network = Safetensors.Target();
        float[] before = network.Parameters.ToArray();
        for (int length = 0; length < good.Length; length++)
            Assert.Throws<InvalidDataException>(() => network.Load(new OneWayStream(good[..length])));
        Assert.Contains("goes on", Assert.Throws<InvalidDataException>(() => network.Load(new OneWayStream([.. good, 0]))).Message);
        Assert.Equal(before, network.Parameters.ToArray());
        network.Load(new OneWayStream(good));
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void A_stream_is_read_from_its_position()
    {
        byte[] good = Safetensors.Entries(36, Weight, Bias);
        using var stream = new MemoryStream([1, 2, 3, .. good]);
        stream.Position = 3;
        LinearNetwork network = Safetensors.Target();
        network.Load(stream);
        Assert.Equal(new float[24], network.Parameters.ToArray());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void The_message_names_the_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["broken.safetensors"], new byte[3]);
        Assert.Contains("broken.safetensors", Assert.Throws<InvalidDataException>(() => Safetensors.Target().Load(folder["broken.safetensors"])).Message);
        Assert.Contains("broken.safetensors", Assert.Throws<InvalidDataException>(() => Network.Load<StorageNetwork>(folder["broken.safetensors"])).Message);
    }

    [Fact]
    public void Long_names_do_not_flood_messages()
    {
        string name = new('x', 100_000);
        string message = Assert.Throws<InvalidDataException>(
            () => Safetensors.Load(Safetensors.Target(), Safetensors.Entries(60, Weight, Bias, Safetensors.Entry(name, "F32", "6", "36,60")))).Message;
        Assert.InRange(message.Length, 100, 600);
    }

    [Fact]
    public void A_folder_is_called_so()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => Safetensors.Target().Load(folder[""])).Message);
    }

    private static void Refused(byte[] file, params string[] parts) => Safetensors.Refused(Safetensors.Target(), file, parts);
}
