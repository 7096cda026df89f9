using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>Models that have channels last, as TensorFlow's do, or for some layers alone.</summary>
public sealed class ChannelsLastTests
{
    private static readonly int[] s_last = [0, 2, 3, 1], s_first = [0, 3, 1, 2];

    /// <summary>As tf2onnx writes a classifier: the input is transposed, and what is flattened transposed back.</summary>
    [Fact]
    public void An_input_with_channels_last_has_them_first_here()
    {
        TestModel model = new TestModel().Input("x", 4, 5, 2).Output("y").Weight("k", 3, 2, 1, 1).Weight("b", 3).Weight("w", 60, 4).Weight("c", 4).Integers("row", [2], -1, 60)
            .Node("Transpose", "x", "t", ("perm", s_first)).Node("Conv", "t k b", "a").Node("Relu", "a", "r").Node("Transpose", "r", "l", ("perm", s_last)).Node("Reshape", "l row", "f").Node("MatMul", "f w", "p").Node("Add", "p c", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Input(2, 4, 5)]", "[Conv2D(3, 1), ReLU, Flatten]", "[Dense(4)]"], Imports.Attributes(import));
        Assert.Contains("The input “x” has its channels first, [batch, 2, 4, 5], and last in the file.", import.Remarks);

        // The same samples, with their channels first for the network.
        float[] last = Agreement.Draw(3 * 40), first = new float[last.Length];
        for (int i = 0; i < last.Length; i++)
            first[i / 40 * 40 + i % 2 * 20 + i % 40 / 2] = last[i];
        Agreement.Verify(GraphEvaluation.Predict(model.Proto, last, 3), ImportedNetworks.Predict(ImportedNetworks.Load(import), first));
    }

    /// <summary>ConvNeXt's block: a normalization and products over channels.</summary>
    [Fact]
    public void Layers_over_channels_between_two_transposes_are_computed_with_channels_first()
    {
        TestModel model = new TestModel().Input("x", 4, 3, 3).Output("y").Weight("k", 4, 1, 3, 3).Weight("s", 4).Weight("t", 4).Weight("w", 4, 8).Weight("b", 8).Weight("v", 8, 4).Weight("g", 4)
            .Node("Conv", "x k", "a", ("pads", new[] { 1, 1, 1, 1 }), ("group", 4)).Node("Transpose", "a", "l", ("perm", s_last)).Node("LayerNormalization", "l s t", "n", ("axis", -1)).Node("MatMul", "n w", "m").Node("Add", "b m", "o")
            .Node("Relu", "o", "r").Node("MatMul", "r v", "p").Node("Mul", "g p", "q").Node("Transpose", "q", "u", ("perm", s_first)).Node("Add", "x u", "y");
        Assert.Equal(
            [
                "[Input(4, 3, 3)]", "[DepthwiseConv2D(3, Padding = 1, Bias = false)]", "[LayerNorm(PerPosition = true)]", "[Conv2D(8, 1), ReLU]", "[Conv2D(4, 1, Bias = false)]", "[BatchNorm]", "[Add(\"Input\")]",
            ],
            Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void A_mean_over_positions_is_the_same_with_channels_last()
    {
        TestModel model = new TestModel(13).Input("x", 3, 2, 4).Output("y").Weight("w", 3, 2).Node("Tanh", "x", "a").Node("Transpose", "a", "l", ("perm", s_last)).Node("ReduceMean", "l", "m", ("axes", new[] { 1, 2 }), ("keepdims", 0)).Node("MatMul", "m w", "y");
        Assert.Equal(["[Input(3, 2, 4)]", "[Tanh, GlobalAvgPool]", "[Dense(2, Bias = false)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>What has channels last at the end is put together channel by channel.</summary>
    [Fact]
    public void An_output_with_channels_last_is_transposed()
    {
        TestModel model = new TestModel().Input("x", 2, 3, 2).Output("y").Integers("boxes", [3], -1, 6, 2).Node("Tanh", "x", "a").Node("Transpose", "a", "l", ("perm", s_last)).Node("Reshape", "l boxes", "y");
        Agreement.Verify(model);
    }

    /// <summary>Residuals of MediaPipe widen channels by zeros.</summary>
    [Theory]
    [InlineData(0f, "[Conv2D(5, 1, Bias = false)]")]
    [InlineData(0.5f, "[Conv2D(5, 1)]")]
    public void Constant_channels_are_put_beside_others(float value, string layer)
    {
        TestModel model = new TestModel().Port("x", 1, 1, 3, 2, 2).Output("y").Floats("c", [1, 2, 2, 2], [.. Enumerable.Repeat(value, 8)]).Node("Concat", "c x", "y", ("axis", 1));
        Assert.Equal(["[Input(3, 2, 2)]", layer], Imports.Attributes(model));
        Agreement.Verify(model, samples: 1);
    }

    [Fact]
    public void Zeros_around_an_image_are_padding()
    {
        TestModel model = new TestModel().Input("x", 2, 4, 4).Output("y").Weight("k", 3, 2, 3, 3).Integers("pads", [8], 0, 0, 1, 0, 0, 0, 0, 1).Node("Pad", "x pads", "p").Node("Conv", "p k", "y", ("pads", new[] { 0, 1, 1, 0 }));
        Assert.Equal(["[Input(2, 4, 4)]", "[Conv2D(3, 3, Padding = 1, Bias = false)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }
}
