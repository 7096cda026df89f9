using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Operators;

/// <summary>Gemm and MatMul.</summary>
public sealed class DenseTests
{
    /// <summary>Rows of the table: transB, alpha, beta, the bias's shape (null: none), and the attribute.</summary>
    public static TheoryData<int, float, float, long[]?, string> Forms => new()
    {
        { 1, 1, 1, [3], "Dense(3)" },
        { 0, 1, 1, [3], "Dense(3)" },
        { 1, 0.5f, 2, [3], "Dense(3)" },
        { 0, -2, 0.25f, [1, 3], "Dense(3)" },
        { 1, 1, 1, [1], "Dense(3)" },
        { 1, 1, 1, [], "Dense(3)" },
        { 0, 3, 1, null, "Dense(3, Bias = false)" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Factors_and_axes_go_into_the_weights(int transB, float alpha, float beta, long[]? bias, string attribute)
    {
        TestModel model = new TestModel().Input("x", 5).Output("y").Weight("w", transB == 1 ? [3, 5] : [5, 3]);
        if (bias is not null)
            model.Weight("b", bias);
        model.Node("Gemm", bias is null ? "x w" : "x w b", "y", ("transB", transB), ("alpha", alpha), ("beta", beta));
        Assert.Equal(["[Input(5)]", $"[{attribute}]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Exporters write weights as they please: transposed when the model runs, or as a constant.</summary>
    [Fact]
    public void Weights_that_are_computed_from_constants_are_weights()
    {
        TestModel model = new TestModel().Input("x", 5).Output("y").Weight("w", 3, 5).Node("Transpose", "w", "t", ("perm", new[] { 1, 0 })).Node("MatMul", "x t", "y");
        Assert.Equal(["[Input(5)]", "[Dense(3, Bias = false)]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    [Fact]
    public void What_is_no_dense_layer_is_refused()
    {
        Assert.Contains("transA = 1", Assert.Single(Imports.Problems(new TestModel().Input("x", 5).Output("y").Weight("w", 3, 5).Node("Gemm", "x w", "y", ("transA", 1)))));
        Assert.Contains("A dense layer reads a vector", Assert.Single(Imports.Problems(new TestModel().Input("x", 2, 5).Output("y").Weight("w", 5, 3).Node("MatMul", "x w", "y"))));
        Assert.Contains("another value for each sample", Assert.Single(Imports.Problems(
            new TestModel().Input("x", 5).Output("y").Weight("w", 3, 5).Weight("b", 3, 1).Node("Gemm", "x w b", "y", ("transB", 1)))));
        Assert.Contains("is computed from samples", Assert.Single(Imports.Problems(new TestModel().Input("x", 5).Output("y").Node("Gemm", "x x", "y", ("transB", 1)))));
    }

    /// <summary>Float16 weights are converted exactly; integers are no weights.</summary>
    [Fact]
    public void Weights_of_16_bits_are_converted()
    {
        TestModel model = new TestModel().Input("x", 1).Output("y").Node("Cast", "half", "w", ("to", 1)).Node("MatMul", "x w", "y");
        model.Proto.Graph.Initializer.Add(TestModel.Tensor("half", 10, [1, 2], [0x00, 0x3E, 0x01, 0x80]));
        using var weights = new MemoryStream();
        Imports.Read(model).WriteWeights(weights);
        Assert.Equal([1.5f, -5.9604645e-8f], [BitConverter.ToSingle(weights.ToArray(), (int)weights.Length - 8), BitConverter.ToSingle(weights.ToArray(), (int)weights.Length - 4)]);
    }
}
