namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>α·A·B + β·C: A's rows are samples, α·B is the weight and β·C the bias, which a matrix has for each row.</summary>
internal sealed class Gemm() : OnnxOperator("Dense")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxNode node = test.Node;
        float[][] a = Rows(test.Inputs[0], node.Integer("transA", 0) != 0), weight = Rows(test.Inputs[1], node.Integer("transB", 0) == 0);
        float alpha = node.Float("alpha", 1), beta = node.Float("beta", 1);
        float[] weights = [.. weight.SelectMany(row => row).Select(value => alpha * value)];
        OnnxTensor? c = test.Inputs.Count > 2 ? test.Inputs[2] : null;
        int outputs = weight.Length;
        return new(
            FormattableString.Invariant($"[Input({a[0].Length}), Dense({outputs}{(c is null ? ", Bias = false" : "")})]"),
            [.. a.Select((row, i) => new CounterpartRun(row, c is null ? [weights] : [weights, [.. Enumerable.Range(0, outputs).Select(o => beta * At(c, i, o, outputs))]]))]);
    }

    /// <summary>The rows of a matrix or of its transpose.</summary>
    private static float[][] Rows(OnnxTensor matrix, bool transpose)
    {
        float[][] rows = [.. matrix.Floats.Chunk(matrix.Shape[1])];
        return transpose ? [.. Enumerable.Range(0, matrix.Shape[1]).Select(column => rows.Select(row => row[column]).ToArray())] : rows;
    }

    /// <summary>C is a number, one for each output, or a matrix.</summary>
    private static float At(OnnxTensor c, int row, int output, int outputs) => c.Length == 1 ? c.Floats[0] : c.Floats[c.Length == outputs ? output : row * outputs + output];
}
