using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Operators;

/// <summary>Networks over images: how they are declared, and what they compute.</summary>
public sealed class ImageTests
{
    [Fact]
    public void A_convolutional_classifier_reads_like_one()
    {
        TestModel model = new TestModel().Input("x", 2, 6, 6).Output("y").Weight("k", 4, 2, 3, 3).Weight("b", 4).Weight("w", 3, 4).Weight("c", 3)
            .Node("Conv", "x k b", "a", ("pads", new[] { 1, 1, 1, 1 }), ("strides", new[] { 2, 2 })).Node("Relu", "a", "r").Node("GlobalAveragePool", "r", "p").Node("Flatten", "p", "f").Node("Gemm", "f w c", "y", ("transB", 1));
        Assert.Equal(["[Input(2, 6, 6)]", "[Conv2D(4, 3, Stride = 2, Padding = 1), ReLU, GlobalAvgPool]", "[Dense(3)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Rows of the table: groups, filters, the padding of each side, and the layers.</summary>
    [Theory]
    [InlineData(1, 4, new[] { 1, 1, 1, 1 }, "[Conv2D(4, 3, Padding = 1)]")]
    [InlineData(2, 4, new[] { 0, 0, 0, 0 }, "[Conv2D(4, 3, Groups = 2)]")]
    [InlineData(4, 4, new[] { 1, 1, 1, 1 }, "[DepthwiseConv2D(3, Padding = 1)]")]
    [InlineData(4, 8, new[] { 1, 1, 1, 1 }, "[DepthwiseConv2D(3, Multiplier = 2, Padding = 1)]")]
    [InlineData(1, 2, new[] { 0, 1, 2, 1 }, "[Pad(bottom: 2, left: 1, right: 1)]|[Conv2D(2, 3)]")]
    public void Convolutions_have_groups_and_padding_of_their_own(int groups, int filters, int[] pads, string lines)
    {
        TestModel model = new TestModel().Input("x", 4, 5, 5).Output("y").Weight("k", filters, 4 / groups, 3, 3).Weight("b", filters).Node("Conv", "x k b", "y", ("group", groups), ("pads", pads));
        Assert.Equal(["[Input(4, 5, 5)]", .. lines.Split('|')], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void A_residual_refers_to_the_layer_before()
    {
        TestModel model = new TestModel().Input("x", 3, 4, 4).Output("y").Weight("k", 3, 3, 3, 3).Weight("k2", 3, 3, 3, 3)
            .Node("Conv", "x k", "a", ("pads", new[] { 1, 1, 1, 1 })).Node("Relu", "a", "r").Node("Conv", "r k2", "b", ("pads", new[] { 1, 1, 1, 1 })).Node("Add", "r b", "s").Node("Relu", "s", "y");
        Assert.Equal(
            ["[Input(3, 4, 4)]", "[Conv2D(3, 3, Padding = 1, Bias = false), ReLU(Name = \"ReLU1\")]", "[Conv2D(3, 3, Padding = 1, Bias = false)]", "[Add(\"ReLU1\"), ReLU]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Squeeze and excitation: a value for each channel multiplies an image.</summary>
    [Fact]
    public void A_gate_of_channels_is_a_vector()
    {
        TestModel model = new TestModel().Input("x", 4, 3, 3).Output("y").Weight("w", 4, 4).Weight("b", 4).Integers("axes", [2], 2, 3)
            .Node("Tanh", "x", "t").Node("GlobalAveragePool", "t", "p").Node("Flatten", "p", "f").Node("Gemm", "f w b", "g", ("transB", 1)).Node("Sigmoid", "g", "s").Node("Unsqueeze", "s axes", "u").Node("Mul", "t u", "y");
        Assert.Equal(["[Input(4, 3, 3)]", "[Tanh(Name = \"Tanh1\"), GlobalAvgPool]", "[Dense(4), Sigmoid]", "[Multiply(\"Tanh1\")]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Batch_normalization_is_kept_or_folded(bool folds)
    {
        TestModel model = new TestModel().Input("x", 2, 4, 4).Output("y").Weight("k", 3, 2, 3, 3).Weight("s", 3).Weight("b", 3).Weight("m", 3).Floats("v", [3], 0.5f, 1, 2).Weight("w", 48 / 4, 5).Weight("c", 5)
            .Weight("s2", 5).Weight("b2", 5).Weight("m2", 5).Floats("v2", [5], 0.5f, 1, 2, 3, 4)
            .Node("Conv", "x k", "a").Node("BatchNormalization", "a s b m v", "n", ("epsilon", 1e-3f)).Node("Relu", "n", "r").Node("Flatten", "r", "f").Node("Gemm", "f w c", "d").Node("BatchNormalization", "d s2 b2 m2 v2", "y");
        using TemporaryFolder folder = new();
        OnnxImport import = OnnxImport.Read(folder.Write("Model.onnx", model.Bytes), new() { FoldsBatchNorm = folds });
        Assert.Equal(
            folds ? ["[Input(2, 4, 4)]", "[Conv2D(3, 3), ReLU, Flatten]", "[Dense(5)]"]
                : ["[Input(2, 4, 4)]", "[Conv2D(3, 3, Bias = false)]", "[BatchNorm(Epsilon = 0.001f), ReLU, Flatten]", "[Dense(5)]", "[BatchNorm]"],
            Imports.Attributes(import));
        Assert.Equal(folds, import.Remarks.Contains("Put into the weights of the layer before: 2 BatchNormalization."));
        INetwork network = ImportedNetworks.Load(import);
        float[] inputs = Agreement.Draw(7 * 32);
        Agreement.Verify(GraphEvaluation.Predict(model.Proto, inputs, 7), ImportedNetworks.Predict(network, inputs));
    }

    /// <summary>Rows of the table: the shape of the slopes, and the layer.</summary>
    [Theory]
    [InlineData(new long[] { 1 }, "[PReLU]")]
    [InlineData(new long[] { 3, 1, 1 }, "[PReLU(PerChannel = true)]")]
    [InlineData(new long[] { 1, 3, 1, 1 }, "[PReLU(PerChannel = true)]")]
    public void Slopes_are_of_channels_or_one(long[] slopes, string line)
    {
        TestModel model = new TestModel().Input("x", 3, 2, 2).Output("y").Weight("a", slopes).Node("PRelu", "x a", "y");
        Assert.Equal(["[Input(3, 2, 2)]", line], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void Zeros_around_an_image_are_a_layer()
    {
        TestModel model = new TestModel().Input("x", 2, 3, 3).Output("y").Integers("pads", [8], 0, 0, 1, 2, 0, 0, 1, 2).Node("Pad", "x pads", "y");
        Assert.Equal(["[Input(2, 3, 3)]", "[Pad(1, 2)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Names of files may be anything: numbers, texts with dots, or what is a member of every network.</summary>
    [Fact]
    public void Several_inputs_and_outputs_have_names()
    {
        TestModel model = new TestModel().Input("53", 3).Input("x.1", 3).Output("Predict", "{\"a\":1}").Weight("w", 2, 6)
            .Node("Concat", "53 x.1", "j", ("axis", 1)).Node("Gemm", "j w", "Predict", ("transB", 1)).Node("Tanh", "j", "{\"a\":1}");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(
            [
                "[Input(3, Name = \"input53\")]", "[Input(3, Name = \"x_1\")]", "[Concat(\"x_1\", From = \"input53\", Name = \"Concat1\")]", "[Dense(2, Bias = false, Name = \"Dense1\")]",
                "[Tanh(From = \"Concat1\", Name = \"Tanh1\")]", "[Output(\"Predict_2\", From = \"Dense1\")]", "[Output(\"a__1\", From = \"Tanh1\")]",
            ],
            Imports.Attributes(import));
        INetwork network = ImportedNetworks.Load(import);
        float[] first = [1, 2, 3], second = [-1, 0.5f, 0], dense = new float[2], tanh = new float[6];
        ImportedNetworks.Predict(network, [first, second], [dense, tanh]);
        IReadOnlyDictionary<string, Tensor> values = GraphEvaluation.Run(model.Proto, new Dictionary<string, Tensor> { ["53"] = new([1, 3], [1, 2, 3]), ["x.1"] = new([1, 3], [-1, 0.5, 0]) });
        Agreement.Verify(values["Predict"].Data, dense);
        Agreement.Verify(values["{\"a\":1}"].Data, tanh);
    }
}
