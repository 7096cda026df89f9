using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.Models;

/// <summary>Weights in files beside the model.</summary>
public sealed class ExternalDataTests
{
    [Fact]
    public void Weights_are_read_from_files_below_the_model()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        byte[] data = new byte[24];
        BitConverter.TryWriteBytes(data.AsSpan(8), 2.5f);
        folder.Write("data/weights.bin", data);
        OnnxImport import = OnnxImport.Read(folder.Write("Model.onnx", Model("data/weights.bin", 8, 8).Bytes));
        using var weights = new MemoryStream();
        import.WriteWeights(weights);
        Assert.Equal([2.5f, 0], [BitConverter.ToSingle(weights.ToArray(), (int)weights.Length - 8), BitConverter.ToSingle(weights.ToArray(), (int)weights.Length - 4)]);
    }

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("data/../../weights.bin")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\weights.bin")]
    [InlineData("C:\\weights.bin")]
    [InlineData("")]
    [InlineData("link.bin")]
    public void Files_elsewhere_are_not_opened(string location)
    {
        using TemporaryFolder folder = new();
        folder.Write("weights.bin", new byte[24]);
        Directory.CreateDirectory(folder["model/data"]);
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(folder["model/link.bin"], folder["weights.bin"]);
        else if (location == "link.bin")
            Assert.Skip("Links need a privilege on Windows.");
        string path = folder.Write("model/Model.onnx", Model(location, 0, 8).Bytes);
        Assert.Contains("Such a file is not opened.", Assert.Throws<OnnxException>(() => OnnxImport.Read(path)).Message);
    }

    [Fact]
    public void Data_that_are_not_there_are_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("Model.onnx", Model("weights.bin", 20, 8).Bytes);
        Assert.Contains("weights.bin, which is not beside the model", Assert.Throws<OnnxException>(() => OnnxImport.Read(path)).Message);
        folder.Write("weights.bin", new byte[24]);
        Assert.Contains("begin at byte 20 of weights.bin and have 8 bytes, but the file has 24", Assert.Throws<OnnxException>(() => OnnxImport.Read(path)).Message);
    }

    private static TestModel Model(string location, long offset, long length)
    {
        TestModel model = new TestModel().Input("x", 1).Output("y").Node("MatMul", "x w", "y");
        model.Proto.Graph.Initializer.Add(new TensorProto
        {
            Name = "w",
            DataType = 1,
            Dims = { 1, 2 },
            DataLocation = 1,
            ExternalData =
            {
                new StringStringEntryProto { Key = "location", Value = location },
                new StringStringEntryProto { Key = "offset", Value = offset.ToString(null, null) },
                new StringStringEntryProto { Key = "length", Value = length.ToString(null, null) },
            },
        });
        return model;
    }
}
