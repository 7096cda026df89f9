namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A normalization over the axes from one on: those are the features of a vector, what is before them samples.</summary>
internal sealed class LayerNormalization() : OnnxOperator("LayerNorm")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        int axis = (int)test.Node.Integer("axis", -1), features = OnnxTensor.LengthOf(x.Shape.Skip(axis < 0 ? axis + x.Shape.Length : axis));
        return new(
            FormattableString.Invariant($"[Input({features}), LayerNorm(Epsilon = {test.Node.Float("epsilon", 1e-5f)}f)]"),
            [new(x.Floats, [.. test.Inputs.Skip(1).Select(input => input.Floats)])]);
    }
}
