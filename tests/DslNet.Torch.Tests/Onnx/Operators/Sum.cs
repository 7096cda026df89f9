namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Add and Sum, of equal shapes, or where the second is added to each row.</summary>
internal sealed class Sum() : OnnxOperator("Add")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        if (test.Inputs.Count == 1)
            return Counterpart.None("joins one value");
        int length = test.Inputs.Min(input => input.Length);
        return Joined.Of("Add", [.. test.Inputs.Select(input => input.Floats.Chunk(length).ToArray())]);
    }
}
