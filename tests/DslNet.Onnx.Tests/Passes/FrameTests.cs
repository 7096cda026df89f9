using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>Recurrent models, which become networks of sequences.</summary>
public sealed class FrameTests
{
    private const int Frames = 9;

    /// <summary>Rows of the table: the operator, its blocks of rows, whether a GRU resets behind the product, and the layer.</summary>
    [Theory]
    [InlineData("LSTM", 4, 0, "LSTM(5)")]
    [InlineData("GRU", 3, 1, "GRU(5)")]
    [InlineData("GRU", 3, 0, "GRU(5, ResetAfter = false)")]
    [InlineData("RNN", 1, 0, "RNN(5)")]
    public void A_recurrent_operator_is_a_layer_over_frames(string type, int gates, int linear, string layer)
    {
        TestModel model = Time(new TestModel(14)).Weight("w", 1, 5 * gates, 3).Weight("r", 1, 5 * gates, 5).Weight("b", 1, 10 * gates).Weight("v", 5, 2).Weight("c", 2).Integers("axes", [1], 1)
            .Node(type, "x w r b", "a", [("hidden_size", 5), .. type == "GRU" ? [("linear_before_reset", linear)] : Array.Empty<(string, object)>()])
            .Node("Squeeze", "a axes", "s").Node("MatMul", "s v", "m").Node("Add", "m c", "n").Node("Tanh", "n", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Sequence(3)]", $"[{layer}]", "[Dense(2), Tanh]"], Imports.Attributes(import));
        Assert.Equal(type == "GRU" && linear == 0, import.Remarks.Any(remark => remark.Contains("n = tanh(W·x + b + r·(U·h + d))", StringComparison.Ordinal)));
        Verify(model, import, [Frames, 1, 3]);
    }

    /// <summary>As PyTorch writes batch_first, with states of zeros whose shape is that of the samples, and weights that are put together when the model runs.</summary>
    [Fact]
    public void Samples_may_come_before_time()
    {
        TestModel model = new TestModel(14).Port("x", 1, "batch", "time", 3).Output("y").Weight("w0", 1, 10, 3).Weight("w1", 1, 10, 3).Weight("r", 1, 20, 5).Weight("b", 1, 40).Weight("w2", 1, 15, 5).Weight("r2", 1, 15, 5).Integers("axes", [1], 1)
            .Integers("zero", [], 0).Integers("one", [1], 1).Integers("five", [1], 5).Integers("zeroth", [1], 0).Weight("v", 5, 2)
            .Node("Concat", "w0 w1", "w", ("axis", 1)).Node("Shape", "x", "shape").Node("Gather", "shape zero", "n").Node("Unsqueeze", "n zeroth", "samples").Node("Concat", "one samples five", "state", ("axis", 0)).Node("ConstantOfShape", "state", "h")
            .Node("Transpose", "x", "t", ("perm", new[] { 1, 0, 2 })).Node("LSTM", "t w r b - h h", "a ah ac", ("hidden_size", 5)).Node("Squeeze", "a axes", "s").Node("GRU", "s w2 r2", "g gh", ("hidden_size", 5), ("linear_before_reset", 1))
            .Node("Squeeze", "g axes", "u").Node("Transpose", "u", "z", ("perm", new[] { 1, 0, 2 })).Node("MatMul", "z v", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Sequence(3)]", "[LSTM(5)]", "[GRU(5)]", "[Dense(2, Bias = false)]"], Imports.Attributes(import));
        Verify(model, import, [1, Frames, 3]);
    }

    /// <summary>Rows of the table: how the last frame is taken.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_computed_of_the_last_frame_is_computed_of_each(bool fromState)
    {
        TestModel model = Time(new TestModel(14)).Weight("w", 1, 20, 3).Weight("r", 1, 20, 5).Weight("b", 1, 40).Weight("v", 2, 5).Weight("c", 2).Integers("axes", [1], 1).Integers("zeroth", [1], 0).Integers("last", [], -1)
            .Node("LSTM", "x w r b", "a h k", ("hidden_size", 5));
        model = fromState ? model.Node("Squeeze", "h zeroth", "f") : model.Node("Squeeze", "a axes", "s").Node("Gather", "s last", "f", ("axis", 0));
        model.Node("Gemm", "f v c", "y", ("transB", 1));
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Sequence(3)]", "[LSTM(5)]", "[Dense(2)]"], Imports.Attributes(import));
        Assert.Contains("Computed for each frame, and in the file for the last one alone: the output “y”.", import.Remarks);
        float[] inputs = Agreement.Draw(Frames * 3);
        Agreement.Verify(Expected(model, inputs, [Frames, 1, 3]), ImportedNetworks.Predict(ImportedNetworks.Load(import), inputs)[^2..]);
    }

    [Fact]
    public void States_are_kept_by_the_network()
    {
        TestModel model = Time(new TestModel(14)).Port("h0", 1, 1, "batch", 5).Output("hn").Weight("w", 1, 15, 3).Weight("r", 1, 15, 5).Integers("axes", [1], 1)
            .Node("GRU", "x w r - - h0", "a hn", ("hidden_size", 5), ("linear_before_reset", 1)).Node("Squeeze", "a axes", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Sequence(3)]", "[GRU(5)]"], Imports.Attributes(import));
        Assert.Contains("Left out: the output “hn”, a state, which the network keeps from frame to frame.", import.Remarks);
        Assert.Contains("Left out: the input “h0”, the state before the first frame, which is zero here.", import.Remarks);
    }

    [Theory]
    [InlineData("direction", "reverse", "its direction is reverse")]
    [InlineData("clip", 3f, "it clips")]
    [InlineData("layout", 1, "samples before time")]
    [InlineData("input_forget", 1, "forget gate")]
    public void What_no_layer_does_is_refused(string attribute, object value, string reason)
    {
        TestModel model = new TestModel(14).Port("x", 1, "a", "b", 3).Output("y").Weight("w", 1, 20, 3).Weight("r", 1, 20, 5).Integers("axes", [1], 1).Node("LSTM", "x w r", "a", (attribute, value)).Node("Squeeze", "a axes", "y");
        Assert.Contains(Imports.Problems(model), problem => problem.Contains(reason, StringComparison.Ordinal));
    }

    private static TestModel Time(TestModel model) => model.Port("x", 1, "time", "batch", 3).Output("y");

    private static void Verify(TestModel model, OnnxImport import, long[] shape)
    {
        float[] inputs = Agreement.Draw(Frames * 3);
        Agreement.Verify(Expected(model, inputs, shape), ImportedNetworks.Predict(ImportedNetworks.Load(import), inputs));
    }

    private static double[] Expected(TestModel model, float[] inputs, long[] shape) =>
        GraphEvaluation.Run(model.Proto, new Dictionary<string, Tensor> { ["x"] = new(shape, [.. inputs.Select(value => (double)value)]) })["y"].Data;
}
