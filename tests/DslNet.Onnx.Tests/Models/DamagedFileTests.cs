using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using Google.Protobuf;

namespace DslNet.Onnx.Tests.Models;

/// <summary>Files that are damaged, cut off, or claim what they have not: a message, and no more memory than the file's own.</summary>
public sealed class DamagedFileTests
{
    private static readonly TestModel s_model = new TestModel().Input("x", 6).Output("y").Weight("w", 4, 6).Weight("b", 4)
        .Node("Shape", "x", "shape").Node("Expand", "x shape", "e").Node("Gemm", "e w b", "g", ("transB", 1)).Node("Clip", "g", "c").Node("Softmax", "c", "y", ("axis", 1));

    /// <summary>Every file is read, or refused by the one exception that is documented. DSLNET_MUTATED_FILES tries more.</summary>
    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("DSLNET_MUTATED_FILES"), out int more) ? more : 2_000, refused = 0;
        byte[] whole = s_model.Bytes;
        using TemporaryFolder folder = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int seed = 0; seed < count; seed++)
        {
            string path = folder.Write("Mutated.onnx", Mutate(whole, new Random(seed)));
            try
            {
                OnnxImport.Read(path).WriteWeights(Stream.Null);
            }
            catch (OnnxException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, count / 2, count - 1);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, 4_000_000);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = s_model.Bytes;
        for (int length = 0; length < whole.Length - 4; length += 3)
            Assert.Throws<OnnxException>(() => Imports.Read(whole[..length]));
    }

    [Fact]
    public void Claims_of_more_elements_than_there_are_cost_nothing()
    {
        TestModel vast = new TestModel().Input("x", 6).Output("y").Node("Relu", "x", "y");
        vast.Proto.Graph.Initializer.Add(new TensorProto { Name = "w", DataType = 1, Dims = { long.MaxValue, long.MaxValue }, RawData = ByteString.Empty });
        Assert.Contains("claims more elements", Assert.Single(Imports.Problems(vast)));
        TestModel expanded = new TestModel().Input("x", 6).Output("y").Integers("shape", [2], 1L << 40, 1L << 40).Node("ConstantOfShape", "shape", "ones").Node("Add", "x ones", "y");
        Assert.NotEmpty(Imports.Problems(expanded));
        TestModel different = new TestModel().Input("x", 6).Output("y").Node("Relu", "x", "y");
        different.Proto.Graph.Initializer.Add(new TensorProto { Name = "w", DataType = 1, Dims = { 5 }, RawData = ByteString.CopyFrom(new byte[16]) });
        Assert.Contains("the tensor w [5] has data of another length than its 5 elements", Assert.Single(Imports.Problems(different)));
    }

    [Fact]
    public void Other_files_are_no_models()
    {
        Assert.Contains("The file is empty", Assert.Single(Assert.Throws<OnnxException>(() => Imports.Read(Array.Empty<byte>())).Problems));
        Assert.Contains("no ONNX model", Assert.Single(Assert.Throws<OnnxException>(() => Imports.Read("PK\u0003\u0004 a zip file"u8.ToArray())).Problems));
        Assert.Contains("no ONNX model", Assert.Single(Assert.Throws<OnnxException>(() => Imports.Read("{\"a\": 1}"u8.ToArray())).Problems));
    }

    /// <summary>Some bytes changed, taken out, put in, or the end cut off.</summary>
    private static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 8)));
                    break;
            }
        }

        return [.. bytes];
    }
}
