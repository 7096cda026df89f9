using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>Layers that exporters wrote as several nodes before they were operators, and functions that are no layer.</summary>
public sealed class WrittenFunctionTests
{
    private static TestModel Model(long opset = 14) => new TestModel(opset).Input("x", 12).Output("y").Floats("half", [], 0.5f).Floats("one", [], 1).Floats("two", [], 2).Floats("three", [], 3).Floats("six", [], 6).Floats("zero", [], 0);

    /// <summary>Each way in which a function is written, and the layer that it is.</summary>
    public static TheoryData<string, string> Written => new()
    {
        { "GELU of PyTorch", "GELU" },
        { "GELU of tf2onnx", "GELU" },
        { "GELU by tanh", "GELU(Approximate = true)" },
        { "SiLU", "SiLU" },
        { "HardSwish by clipping", "HardSwish" },
        { "HardSwish by HardSigmoid", "HardSwish" },
        { "HardSigmoid by clipping", "HardSigmoid" },
        { "Mish", "Mish" },
        { "LogSigmoid", "LogSigmoid" },
        { "LeakyReLU by a maximum", "LeakyReLU(NegativeSlope = 0.3f)" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_function_of_several_nodes_is_the_layer(string written, string layer)
    {
        TestModel model = Model();
        _ = written switch
        {
            "GELU of PyTorch" => model.Floats("root", [], 1.41421356f).Node("Div", "x root", "a").Node("Erf", "a", "b").Node("Add", "b one", "c").Node("Mul", "x c", "d").Node("Mul", "d half", "y"),
            "GELU of tf2onnx" => model.Floats("root", [1], 0.70710677f).Node("Mul", "x root", "a").Node("Erf", "a", "b").Node("Add", "one b", "c").Node("Mul", "half c", "d").Node("Mul", "d x", "y"),
            "GELU by tanh" => model.Floats("cubic", [], 0.044715f).Floats("root", [], 0.7978845608f).Node("Pow", "x three", "a").Node("Mul", "cubic a", "b").Node("Add", "x b", "c").Node("Mul", "c root", "d")
                .Node("Tanh", "d", "e").Node("Add", "e one", "f").Node("Mul", "x half", "g").Node("Mul", "g f", "y"),
            "SiLU" => model.Node("Sigmoid", "x", "a").Node("Mul", "x a", "y"),
            "HardSwish by clipping" => model.Node("Add", "x three", "a").Node("Clip", "a zero six", "b").Node("Mul", "x b", "c").Node("Div", "c six", "y"),
            "HardSwish by HardSigmoid" => model.Node("HardSigmoid", "x", "a", ("alpha", 1f / 6)).Node("Mul", "a x", "y"),
            "HardSigmoid by clipping" => model.Node("Add", "x three", "a").Node("Clip", "a zero six", "b").Node("Div", "b six", "y"),
            "Mish" => model.Node("Softplus", "x", "a").Node("Tanh", "a", "b").Node("Mul", "x b", "y"),
            "LogSigmoid" => model.Node("Sigmoid", "x", "a").Node("Log", "a", "y"),
            _ => model.Floats("slope", [], 0.3f).Node("Mul", "x slope", "a").Node("Max", "x a", "y"),
        };
        Assert.Equal(["[Input(12)]", $"[{layer}]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>A constant of another function of the same form makes it that function.</summary>
    [Fact]
    public void What_only_looks_like_a_layer_is_computed_as_it_is()
    {
        TestModel model = Model().Floats("f", [], 1.702f).Node("Mul", "x f", "a").Node("Sigmoid", "a", "b").Node("Mul", "x b", "c").Node("Mul", "c two", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Input(12)]", "[Activation(nameof(Function))]"], Imports.Attributes(import));
        Assert.Contains("    private static float Function(float x) => x * (1 / (1 + MathF.Exp(-(x * 1.702f)))) * 2;", import.Source.Split('\n'));
        Agreement.Verify(model);
    }

    /// <summary>Equal functions are one method, and no method has the name of the class.</summary>
    [Fact]
    public void Functions_are_methods()
    {
        TestModel model = Model().Weight("w", 12, 12).Node("Exp", "x", "a").Node("MatMul", "a w", "b").Node("Exp", "b", "c").Node("MatMul", "c w", "d").Node("Sin", "d", "y");
        OnnxImport import = Imports.Read(model.Bytes, "exp");
        Assert.Equal(["[Input(12)]", "[Activation(nameof(Exp2))]", "[Dense(12, Bias = false), Activation(nameof(Exp2))]", "[Dense(12, Bias = false), Activation(nameof(Sin))]"], Imports.Attributes(import));
        ImportedNetworks.Load(import);
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Abs")]
    [InlineData("Cos")]
    [InlineData("Neg")]
    public void A_function_that_is_no_layer_is_a_method(string type)
    {
        TestModel model = Model().Node(type, "x", "y");
        Assert.StartsWith("[Activation(nameof(", Imports.Attributes(model)[1], StringComparison.Ordinal);
        Agreement.Verify(model);
    }

    [Fact]
    public void A_quotient_is_a_product_with_a_reciprocal()
    {
        TestModel model = Model().Node("Tanh", "x", "a").Weight("w", 12, 12).Node("MatMul", "x w", "b").Node("Sigmoid", "b", "c").Node("Add", "c one", "d").Node("Div", "a d", "y");
        Agreement.Verify(model);
        Assert.Contains("[Multiply(\"Tanh1\")]", Imports.Attributes(model)[^1].Replace("[Dense", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>The operator set, its axes as an attribute or an input, and whether scale and bias follow.</summary>
    [Theory]
    [InlineData(false, "LayerNorm(Affine = false)")]
    [InlineData(true, "LayerNorm")]
    public void A_normalization_of_nine_nodes_is_LayerNorm(bool affine, string layer)
    {
        TestModel model = Model().Floats("epsilon", [], 1e-5f).Weight("s", 12).Weight("t", 12).Weight("w", 3, 12)
            .Node("ReduceMean", "x", "m", ("axes", new[] { -1 })).Node("Sub", "x m", "d").Node("Pow", "d two", "q").Node("ReduceMean", "q", "v", ("axes", new[] { -1 })).Node("Add", "v epsilon", "e").Node("Sqrt", "e", "r").Node("Div", "d r", affine ? "n" : "y");
        if (affine)
            model.Node("Mul", "n s", "o").Node("Add", "o t", "y");
        Assert.Equal(["[Input(12)]", $"[{layer}]"], Imports.Attributes(model));
        Assert.Contains("Recognised, though written as several nodes: LayerNormalization.", Imports.Read(model).Remarks);
        Agreement.Verify(model);
    }

    /// <summary>ConvNeXt's normalization of the channels of each position.</summary>
    [Fact]
    public void A_normalization_over_channels_is_per_position()
    {
        TestModel model = new TestModel(14).Input("x", 4, 3, 5).Output("y").Floats("two", [], 2).Floats("epsilon", [], 1e-6f).Weight("s", 4, 1, 1).Weight("t", 4, 1, 1)
            .Node("ReduceMean", "x", "m", ("axes", new[] { 1 })).Node("Sub", "x m", "d").Node("Mul", "d d", "q").Node("ReduceMean", "q", "v", ("axes", new[] { 1 })).Node("Add", "v epsilon", "e").Node("Sqrt", "e", "r").Node("Div", "d r", "n").Node("Mul", "s n", "o").Node("Add", "o t", "y");
        Assert.Equal(["[Input(4, 3, 5)]", "[LayerNorm(Epsilon = 1E-06f, PerPosition = true)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void A_root_of_the_mean_of_squares_is_RMSNorm()
    {
        TestModel model = Model().Floats("epsilon", [], 1e-6f).Weight("s", 12)
            .Node("Pow", "x two", "q").Node("ReduceMean", "q", "v", ("axes", new[] { 1 })).Node("Add", "v epsilon", "e").Node("Sqrt", "e", "r").Node("Div", "x r", "n").Node("Mul", "n s", "y");
        Assert.Equal(["[Input(12)]", "[RMSNorm(Epsilon = 1E-06f)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>PyTorch's exporter, until there was an operator.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Groups_between_two_reshapes_are_GroupNorm(bool affine)
    {
        TestModel model = new TestModel(13).Input("x", 6, 3, 3).Output("y").Integers("groups", [3], 0, 2, -1).Integers("image", [4], 0, 6, 3, 3).Floats("ones", [2], 1, 1).Floats("zeros", [2], 0, 0).Weight("s", 6, 1, 1).Weight("t", 6, 1, 1)
            .Node("Reshape", "x groups", "a").Node("InstanceNormalization", "a ones zeros", "b").Node("Reshape", "b image", affine ? "c" : "y");
        if (affine)
            model.Node("Mul", "c s", "d").Node("Add", "d t", "y");
        Assert.Equal(["[Input(6, 3, 3)]", affine ? "[GroupNorm(2)]" : "[GroupNorm(2, Affine = false)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }
}
