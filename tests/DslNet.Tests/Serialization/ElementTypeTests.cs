using System.Buffers.Binary;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>What tensors hold: what is converted, what is skipped and what is refused.</summary>
public class ElementTypeTests
{
    private static readonly string Weight = Safetensors.Entry("dense1.weight", "F32", "3,2", "0,24");
    private static readonly string Bias = Safetensors.Entry("dense1.bias", "F32", "3", "24,36");

    /// <summary>To the nearest float, ties to even, denormals too; what is not finite stays so.</summary>
    [Fact]
    public void Doubles_are_rounded()
    {
        double[] doubles = [0.1, 1 + Math.Pow(2, -24), 1 + 3 * Math.Pow(2, -24), 1e-45, float.MaxValue, -0.0, double.NaN, double.NegativeInfinity, 1e-300];
        float[] expected = [0.1f, 1, 1 + 2 * MathF.Pow(2, -23), float.Epsilon, float.MaxValue, -0f, float.NaN, float.NegativeInfinity, 0];
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Doubles(doubles));
        float[] loaded = [.. new ParameterTensor(network, network.Description.Parameters[0]).ToArray(), .. new ParameterTensor(network, network.Description.Parameters[1]).ToArray()];
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), loaded.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory, InlineData(3.5e38, "3.5E+38"), InlineData(-1e300, "-1E+300"), InlineData(double.MaxValue, "1.7976931348623157E+308")]
    public void Doubles_beyond_floats_are_refused(double value, string shown)
    {
        double[] doubles = [1, 2, 3, 4, 5, 6, 7, value, 9];
        Safetensors.Refused(Safetensors.Target(), Doubles(doubles), [$"dense1.bias (F64) holds {shown}", "beyond float32 (3.4028235E+38)"]);
    }

    [Theory]
    [InlineData("I8", 1), InlineData("U8", 1), InlineData("BOOL", 1), InlineData("I16", 2), InlineData("U16", 2), InlineData("I32", 4), InlineData("U32", 4), InlineData("I64", 8), InlineData("U64", 8)]
    public void Integers_are_no_parameters(string type, int size)
    {
        int end = 6 * size;
        string message = Safetensors.Refused(Safetensors.Target(), Safetensors.Entries(
            end + 12, Safetensors.Entry("dense1.weight", type, "3,2", $"0,{end}"), Safetensors.Entry("dense1.bias", "F32", "3", $"{end},{end + 12}")));
        Assert.Contains($"dense1.weight has the dtype {type}", message);
        Assert.Contains("scale", message);
        Assert.DoesNotContain(".float()", message);
    }

    [Theory, InlineData("F8_E4M3", 6), InlineData("F8_E5M2", 6), InlineData("F4", 3), InlineData("C64", 48)]
    public void Other_floats_are_to_be_converted(string type, int bytes) =>
        Safetensors.Refused(
            Safetensors.Target(),
            Safetensors.Entries(bytes + 12, Safetensors.Entry("dense1.weight", type, "3,2", $"0,{bytes}"), Safetensors.Entry("dense1.bias", "F32", "3", $"{bytes},{bytes + 12}")),
            [$"the dtype {type}", "F64, F32, F16 and BF16", "v.float()", "load_file('model.bin')", "'model.safetensors'"]);

    [Theory, InlineData("f32"), InlineData(""), InlineData("FLOAT")]
    public void Unknown_types_are_refused(string type) =>
        Safetensors.Refused(
            Safetensors.Target(), Safetensors.Entries(36, Safetensors.Entry("dense1.weight", type, "3,2", "0,24"), Bias), [$"dtype {type}", "no such dtype"]);

    [Theory]
    [InlineData("bn1.num_batches_tracked", "I64", "", 8)]
    [InlineData("bn1.num_batches_tracked", "F32", "", 4)]
    [InlineData("num_batches_tracked", "F16", "", 2)]
    [InlineData("position_ids", "I32", "1,5", 20)]
    [InlineData("mask", "BOOL", "7", 7)]
    [InlineData("empty", "F32", "0", 0)]
    [InlineData("nothing", "F64", "3,0,2", 0)]
    public void What_holds_no_weights_is_skipped(string name, string type, string shape, int bytes)
    {
        // Before the parameters and after them, so that theirs begin anywhere.
        LinearNetwork network = Safetensors.Target();
        byte[] data = new byte[36 + bytes];
        for (int i = 0; i < 9; i++)
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(bytes + 4 * i), i);
        string first = "{" + string.Join(
            ',',
            Safetensors.Entry("dense1.weight", "F32", "3,2", $"{bytes},{bytes + 24}"),
            Safetensors.Entry(name, type, shape, $"0,{bytes}"),
            Safetensors.Entry("dense1.bias", "F32", "3", $"{bytes + 24},{bytes + 36}")) + "}";
        Safetensors.Load(network, Safetensors.File(first, data));
        Assert.Equal([0f, 1, 2, 3, 4, 5], new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
        Assert.Equal([6f, 7, 8], new ParameterTensor(network, network.Description.Parameters[1]).ToArray());

        byte[] last = Safetensors.Entries(36 + bytes, Weight, Bias, Safetensors.Entry(name, type, shape, $"36,{36 + bytes}"));
        Safetensors.Load(network, last);
        network.Load(new OneWayStream(last));
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void What_was_skipped_is_named_where_a_parameter_is_missing() =>
        Safetensors.Refused(
            Safetensors.Target(),
            Safetensors.Entries(18, Safetensors.Entry("dense1.weight_quantized", "I8", "3,2", "0,6"), Safetensors.Entry("dense1.bias", "F32", "3", "6,18")),
            ["lacks dense1.weight (3×2)", "dense1.weight_quantized (I8, 3×2)"]);

    private static byte[] Doubles(double[] values)
    {
        byte[] data = new byte[72];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(8 * i), values[i]);
        return Safetensors.File("{" + Safetensors.Entry("dense1.weight", "F64", "3,2", "0,48") + "," + Safetensors.Entry("dense1.bias", "F64", "3", "48,72") + "}", data);
    }
}
