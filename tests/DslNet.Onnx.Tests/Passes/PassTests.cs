using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>What exporters leave behind, and what each pass makes of it: layers, a remark, and the same values.</summary>
public sealed class PassTests
{
    [Fact]
    public void Nodes_that_change_nothing_are_left_out()
    {
        TestModel model = new TestModel().Input("x", 4).Output("y")
            .Node("Identity", "x", "a").Node("Cast", "a", "b", ("to", 1)).Node("Dropout", "b", "c").Node("Flatten", "c", "d").Node("Concat", "d", "e", ("axis", 1))
            .Node("Tanh", "e", "y");
        Assert.Equal(["[Input(4)]", "[Tanh]"], Imports.Attributes(model));
        Assert.Equal(["Left out, for they change nothing: Identity, Cast, Dropout, Flatten, Concat."], Imports.Read(model).Remarks);
        Agreement.Verify(model);
    }

    /// <summary>Rows of the table: the operator set, whether the node says that it trains, and whether it is refused.</summary>
    [Theory]
    [InlineData(6, false, true)]
    [InlineData(7, false, false)]
    [InlineData(12, false, false)]
    [InlineData(12, true, true)]
    [InlineData(17, true, true)]
    public void A_dropout_that_drops_is_refused(int opset, bool trains, bool isRefused)
    {
        var training = TestModel.Tensor("training", 9, [], [(byte)(trains ? 1 : 0)]);
        TestModel model = new TestModel(opset).Input("x", 4).Output("y").Node("Dropout", opset < 12 ? "x" : "x - training", "d").Node("Tanh", "d", "y");
        model.Proto.Graph.Initializer.Add(training);
        if (!isRefused)
        {
            Assert.Equal(["[Input(4)]", "[Tanh]"], Imports.Attributes(model));
            return;
        }

        Assert.Contains("drops values at random", Assert.Single(Imports.Problems(model)));
    }

    [Fact]
    public void Shapes_that_are_computed_from_shapes_are_known()
    {
        // As PyTorch writes x.view(x.shape[0], -1).
        TestModel model = new TestModel(12).Input("x", 2, 3).Output("y")
            .Node("Shape", "x", "shape").Node("Constant", "", "zero", ("value", TestModel.Tensor("", 7, [], new byte[8])))
            .Node("Gather", "shape zero", "first").Node("Unsqueeze", "first", "samples", ("axes", new[] { 0 }))
            .Integers("rest", [1], -1).Node("Concat", "samples rest", "target", ("axis", 0))
            .Node("Reshape", "x target", "v").Weight("w", 5, 6).Weight("b", 5).Node("Gemm", "v w b", "y", ("transB", 1));
        Assert.Equal(["[Input(2, 3)]", "[Flatten]", "[Dense(5)]"], Imports.Attributes(model));
        Assert.Contains("Computed while importing, for it does not depend on samples: Shape, Gather, Unsqueeze, Concat.", Imports.Read(model).Remarks);
        Agreement.Verify(model);
    }

    [Fact]
    public void What_is_read_for_its_shape_alone_is_left_out()
    {
        TestModel model = new TestModel().Input("x", 4).Output("y").Weight("w", 3, 4).Weight("b", 3).Weight("w2", 3, 4).Weight("b2", 3)
            .Node("Gemm", "x w b", "mean", ("transB", 1)).Node("Gemm", "x w2 b2", "log", ("transB", 1)).Node("Exp", "log", "deviation")
            .Node("Add", "mean deviation", "sum").Node("Shape", "sum", "shape").Node("Expand", "mean shape", "y");
        Assert.Equal(["[Input(4)]", "[Dense(3)]"], Imports.Attributes(model));
        Assert.Contains("Left out, for no output depends on it: Gemm, Exp, Add (15 parameters).", Imports.Read(model).Remarks);
        Agreement.Verify(model);
    }

    [Theory]
    [InlineData("product b")]
    [InlineData("b product")]
    public void A_product_and_what_is_added_to_it_are_a_dense_layer(string operands)
    {
        TestModel model = new TestModel().Input("x", 4).Output("y").Weight("w", 4, 3).Weight("b", 3)
            .Node("MatMul", "x w", "product").Node("Add", operands, "y");
        Assert.Equal(["[Input(4)]", "[Dense(3)]"], Imports.Attributes(model));
        Assert.Equal(["Put together as the product and the bias of a dense layer: MatMul and Add, 1 of each."], Imports.Read(model).Remarks);
        Agreement.Verify(model);
    }

    [Fact]
    public void A_product_that_others_read_too_keeps_what_is_added_apart()
    {
        TestModel model = new TestModel().Input("x", 4).Output("y", "z").Weight("w", 4, 3).Weight("b", 3)
            .Node("MatMul", "x w", "product").Node("Add", "product b", "y").Node("Tanh", "product", "z");
        Assert.Equal(
            ["[Input(4, Name = \"x\")]", "[Dense(3, Bias = false, Name = \"Dense1\")]", "[BatchNorm(Name = \"BatchNorm1\")]", "[Tanh(From = \"Dense1\", Name = \"Tanh1\")]", "[Output(\"y\", From = \"BatchNorm1\")]", "[Output(\"z\", From = \"Tanh1\")]"],
            Imports.Attributes(model));
    }

    [Fact]
    public void Inputs_that_are_passed_through_and_outputs_that_never_change_are_left_out()
    {
        TestModel model = new TestModel().Input("x", 4).Port("state", 1, TestModel.Batch).Output("y", "next", "version").Floats("version", [1], 3)
            .Node("Identity", "state", "next").Node("Tanh", "x", "y");
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Input(4)]", "[Tanh]"], Imports.Attributes(import));
        Assert.Contains("Left out: the output “next”, which is the input “state” as it came in.", import.Remarks);
        Assert.Contains("Left out: the output “version”, which is the same for all samples.", import.Remarks);
        Assert.Contains("Left out: the input “state”, which nothing reads.", import.Remarks);
    }

    [Fact]
    public void A_model_that_computes_nothing_is_refused() =>
        Assert.Contains("computes nothing", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Identity", "x", "y"))));

    /// <summary>Old exporters list weights among the inputs, as defaults.</summary>
    [Fact]
    public void Weights_that_are_also_inputs_are_weights()
    {
        TestModel model = new TestModel(9).Input("x", 4).Port("w", 1, 3, 4).Output("y").Weight("w", 3, 4).Floats("b", [3], 1, 2, 3).Node("Gemm", "x w b", "y", ("transB", 1));
        Assert.Equal(["[Input(4)]", "[Dense(3)]"], Imports.Attributes(model));
    }

    [Fact]
    public void A_number_of_samples_that_is_fixed_stands_for_any()
    {
        TestModel model = new TestModel().Port("x", 1, 1, 2, 3).Output("y").Integers("target", [2], 1, -1).Node("Reshape", "x target", "v").Weight("w", 6, 2).Node("MatMul", "v w", "y");
        Assert.Equal(["[Input(2, 3)]", "[Flatten]", "[Dense(2, Bias = false)]"], Imports.Attributes(model));
    }
}
