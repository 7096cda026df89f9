namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Rows of a table: the first axis is the vocabulary, all others are features, and each index is a sample.</summary>
internal sealed class Gather() : OnnxOperator("Embedding")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor table = test.Inputs[0], indices = test.Inputs[1];
        if (test.Node.Integer("axis", 0) != 0)
            return Counterpart.None("gathers along another axis");
        if (indices.Integers.Any(index => index < 0))
            return Counterpart.None("counts from the end");
        return new(
            FormattableString.Invariant($"[Tokens({table.Shape[0]}), Embedding({table.Length / table.Shape[0]}), MeanSquaredError]"),
            [new([.. indices.Integers.Select(index => (float)index)], [table.Floats])]);
    }
}
