using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Passes;

/// <summary>Models that read integers which choose rows of a table.</summary>
public sealed class TokenTests
{
    /// <summary>As PyTorch writes a bag of words: the rows in one row, whose products are permuted for features first.</summary>
    [Fact]
    public void Rows_of_a_table_are_an_embedding()
    {
        TestModel model = new TestModel().Port("words", 7, TestModel.Batch, 3).Output("y").Weight("table", 9, 2).Weight("w", 4, 6).Weight("b", 4)
            .Node("Gather", "table words", "rows").Node("Flatten", "rows", "row").Node("Gemm", "row w b", "y", ("transB", 1));
        OnnxImport import = Imports.Read(model);
        Assert.Equal(["[Tokens(9, Length = 3)]", "[Embedding(2), Flatten]", "[Dense(4)]"], Imports.Attributes(import));
        INetwork network = ImportedNetworks.Load(import);
        float[] table = Values(model, "table"), weight = Values(model, "w");
        Assert.Equal(table, new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
        float[] permuted = [.. Enumerable.Range(0, 24).Select(i => weight[i / 6 * 6 + i % 6 % 3 * 2 + i % 6 / 3])];
        Verify(model, network, 3);
        Assert.Equal(permuted, new ParameterTensor(network, network.Description.Parameters[1]).ToArray());
    }

    [Fact]
    public void One_token_is_one_row()
    {
        TestModel model = new TestModel().Port("city", 7, TestModel.Batch, 1).Output("y").Weight("table", 9, 2).Weight("w", 2, 4).Integers("row", [2], -1, 2).Node("Gather", "table city", "rows").Node("Reshape", "rows row", "r").Node("MatMul", "r w", "y");
        Assert.Equal(["[Tokens(9)]", "[Embedding(2)]", "[Dense(4, Bias = false)]"], Imports.Attributes(model));
        Verify(model, ImportedNetworks.Load(Imports.Read(model)), 1);
    }

    [Fact]
    public void Integers_that_something_else_reads_are_no_tokens() => Assert.Contains(
        Imports.Problems(new TestModel().Port("x", 7, TestModel.Batch, 3).Output("y").Weight("table", 9, 2).Node("Gather", "table x", "a").Node("Cast", "x", "b", ("to", 1)).Node("Relu", "b", "y")),
        problem => problem.Contains("type int64", StringComparison.Ordinal));

    private static void Verify(TestModel model, INetwork network, int length)
    {
        float[] tokens = [.. Enumerable.Range(0, 5 * length).Select(i => (float)(i * 7 % 9))], outputs = new float[5 * network.Description.OutputLength];
        ImportedNetworks.Predict(network, [tokens], [outputs]);
        Agreement.Verify(GraphEvaluation.Predict(model.Proto, tokens, 5), outputs);
    }

    private static float[] Values(TestModel model, string name) => [.. GraphEvaluation.Read(model.Proto.Graph.Initializer.Single(tensor => tensor.Name == name)).Data.Select(value => (float)value)];
}
