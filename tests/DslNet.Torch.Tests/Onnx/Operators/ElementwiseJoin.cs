namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Add, Sum, Mul and Sub, of equal shapes, or where the second is joined with each row.</summary>
internal sealed class ElementwiseJoin(string join) : OnnxOperator(join)
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        if (test.Inputs.Count == 1)
            return Counterpart.None("joins one value");
        int length = test.Inputs.Min(input => input.Length);
        return Joined.Of(Layer, [.. test.Inputs.Select(input => input.Floats.Chunk(length).ToArray())]);
    }
}
