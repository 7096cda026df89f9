namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A normalization of each channel of an image.</summary>
internal sealed class InstanceNormalization() : OnnxOperator("InstanceNorm")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        return new(
            FormattableString.Invariant($"[Input({string.Join(", ", x.Shape.Skip(1))}), InstanceNorm(Affine = true, Epsilon = {test.Node.Float("epsilon", 1e-5f)}f)]"),
            [new(x.Floats, [.. test.Inputs.Skip(1).Select(input => input.Floats)])]);
    }
}
