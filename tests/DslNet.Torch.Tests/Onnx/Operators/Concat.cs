namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Concat along an axis: what is before it are samples.</summary>
internal sealed class Concat() : OnnxOperator("Concat")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        int[] shape = test.Inputs[0].Shape;
        int axis = (int)test.Node.Integer("axis", 1), samples = OnnxTensor.LengthOf(shape.Take(axis < 0 ? axis + shape.Length : axis));
        return Joined.Of("Concat", [.. test.Inputs.Select(input => input.Floats.Chunk(input.Length / samples).ToArray())]);
    }
}
