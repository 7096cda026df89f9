namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Products of matrices: the first one's rows are samples, the second is the weight, each pair a run.</summary>
internal sealed class MatMul() : OnnxOperator("Dense")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        (OnnxTensor a, OnnxTensor b) = (test.Inputs[0], test.Inputs[1]);
        (int rows, int terms, int outputs) = (a.Shape[^2], a.Shape[^1], b.Shape[^1]);
        return new(
            FormattableString.Invariant($"[Input({terms}), Dense({outputs}, Bias = false)]"),
            [.. a.Floats.Chunk(rows * terms).Zip(b.Floats.Chunk(terms * outputs), (x, w) => new CounterpartRun(x, [Transposed(w, outputs)]))]);
    }

    private static float[] Transposed(float[] matrix, int columns) =>
        [.. Enumerable.Range(0, columns).SelectMany(column => matrix.Chunk(columns).Select(row => row[column]))];
}
