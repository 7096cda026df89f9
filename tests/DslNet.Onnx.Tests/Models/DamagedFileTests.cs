using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using Google.Protobuf;

namespace DslNet.Onnx.Tests.Models;

/// <summary>Files that are damaged, cut off, or claim what they have not: a message, and no more memory than the file's own.</summary>
public sealed class DamagedFileTests
{
    private static readonly TestModel s_model = new TestModel().Input("x", 6).Output("y").Weight("w", 4, 6).Weight("b", 4)
        .Node("Shape", "x", "shape").Node("Expand", "x shape", "e").Node("Gemm", "e w b", "g", ("transB", 1)).Node("Clip", "g", "c").Node("Softmax", "c", "y", ("axis", 1));

    /// <summary>What every pass and many operators work on.</summary>
    private static readonly TestModel s_rich = Rich();

    /// <summary>Every file is read, or refused by the one exception that is documented. DSLNET_MUTATED_FILES tries more.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mutated_files_are_read_or_refused(bool isRich)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("DSLNET_MUTATED_FILES"), out int more) ? more : 2_000, refused = 0;
        byte[] whole = (isRich ? s_rich : s_model).Bytes;
        using TemporaryFolder folder = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int seed = 0; seed < count; seed++)
        {
            string path = folder.Write("Mutated.onnx", Mutate(whole, new Random(seed)));
            try
            {
                OnnxImport.Read(path, new() { FoldsBatchNorm = seed % 2 == 0 }).WriteWeights(Stream.Null);
            }
            catch (OnnxException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, count / 4, count - 1);
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

    [Fact]
    public void Graphs_in_graphs_are_read_to_some_depth()
    {
        GraphProto graph = new() { Node = { new NodeProto { OpType = "Relu", Input = { "x" }, Output = { "z" } } }, Output = { new ValueInfoProto { Name = "z" } } };
        for (int depth = 0; depth < 40; depth++)
        {
            NodeProto choice = new() { OpType = "If", Input = { "yes" }, Output = { "z" } };
            choice.Attribute.Add(new AttributeProto { Name = "then_branch", G = graph });
            graph = new() { Node = { choice }, Output = { new ValueInfoProto { Name = "z" } } };
        }

        TestModel deep = new TestModel().Input("x", 6).Output("y").Integers("yes", [], 1).Node("If", "yes", "y", ("then_branch", graph), ("else_branch", graph));
        Assert.Contains("more than 16 deep", Assert.Single(Imports.Problems(deep)));
    }

    private static TestModel Rich()
    {
        GraphProto Side(string type) => new() { Node = { new NodeProto { OpType = type, Input = { "add" }, Output = { "z" } } }, Output = { new ValueInfoProto { Name = "z" } } };
        int[] last = [0, 2, 3, 1], first = [0, 3, 1, 2];
        return new TestModel(13).Port("x", 1, 1, 4, 4, 2).Output("y", "q")
            .Weight("k", 4, 2, 3, 3).Weight("t", 4, 1, 1).Weight("w", 4, 4).Weight("s", 4).Floats("zeros", [1, 2, 4, 4], new float[32]).Floats("one", [], 1).Floats("half", [], 0.5f).Floats("root", [], 1.41421356f).Floats("two", [], 2)
            .Floats("epsilon", [], 1e-5f).Floats("scales", [4], 1, 1, 2, 2).Floats("ones", [2], 1, 1).Floats("none", [2], 0, 0).Integers("pads", [8], 0, 0, 1, 1, 0, 0, 1, 1).Integers("yes", [], 1)
            .Integers("groups", [3], 0, 2, -1).Integers("image", [4], 0, 4, 4, 4).Integers("row", [2], 1, -1).Weight("v", 64, 3).Integers("second", [], 1)
            .Node("Transpose", "x", "f", ("perm", first)).Node("Pad", "f pads", "p").Node("Conv", "p k", "c").Node("Add", "c t", "add")
            .Node("If", "yes", "choice", ("then_branch", Side("Relu")), ("else_branch", Side("Exp")))
            .Node("Div", "choice root", "g1").Node("Erf", "g1", "g2").Node("Add", "g2 one", "g3").Node("Mul", "choice g3", "g4").Node("Mul", "g4 half", "gelu")
            .Node("Reshape", "gelu groups", "n1").Node("InstanceNormalization", "n1 ones none", "n2").Node("Reshape", "n2 image", "n3").Node("Mul", "n3 t", "norm")
            .Node("Transpose", "norm", "l", ("perm", last)).Node("ReduceMean", "l", "m", ("axes", new[] { -1 })).Node("Sub", "l m", "d").Node("Pow", "d two", "d2").Node("ReduceMean", "d2", "variance", ("axes", new[] { -1 }))
            .Node("Add", "variance epsilon", "e").Node("Sqrt", "e", "r").Node("Div", "d r", "u").Node("Mul", "u s", "us").Node("MatMul", "us w", "dense").Node("Sin", "dense", "sin").Node("Reshape", "sin row", "flat").Node("MatMul", "flat v", "y")
            .Node("Split", "add", "a b", ("axis", 1)).Node("Sigmoid", "b", "gate").Node("Div", "a gate", "quotient").Node("Concat", "quotient zeros", "wide", ("axis", 1)).Node("Resize", "wide - scales", "up", ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"))
            .Node("MaxPool", "up", "pool", ("kernel_shape", new[] { 1, 2 }), ("strides", new[] { 1, 2 })).Node("Gather", "pool second", "plane", ("axis", 1)).Node("ReduceMax", "plane", "peak", ("axes", new[] { 1, 2 }), ("keepdims", 0)).Node("Neg", "peak", "q");
    }

    [Fact]
    public void The_rich_model_is_read_as_it_is() => Assert.Contains("[Input(2, 4, 4, Name = \"x\")]", Imports.Attributes(s_rich));

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
