using DslNet.Onnx.Tests.Harness;

namespace DslNet.Onnx.Tests.Models;

/// <summary>Names of a file stand in comments of the class that is written, and stay there.</summary>
public sealed class HostileNamesTests
{
    /// <summary>What ends a line of C#, in names of weights, operators, outputs and the program that wrote the file.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void No_name_becomes_code(string end)
    {
        string hostile = $"w{end}#error";
        TestModel model = new TestModel().Input("x", 2).Output("y", "passed").Weight(hostile, 2, 2).Node("Tanh", "x", "unread");
        model.Node("Identity", "x", "passed").Node("MatMul", "x", "y");
        model.Proto.Graph.Node[^1].Input.Add(hostile);
        model.Proto.Graph.Node[0].OpType = hostile;
        model.Proto.ProducerName = hostile;
        OnnxImport import = Imports.Read(model);
        Assert.Contains("w·#error", import.Source);
        Assert.DoesNotContain(import.Source.Split('\n', '\r', '\u0085', '\u2028', '\u2029'), line => line.StartsWith("#error", StringComparison.Ordinal));
        Assert.Equal(["[Input(2)]", "[Dense(2, Bias = false)]"], Imports.Attributes(import));
        ImportedNetworks.Load(import);
    }
}
