namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A slope for each value of the last axes: those are the features of a vector, what is before them samples.</summary>
internal sealed class PRelu() : OnnxOperator("PReLU")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor slope = test.Inputs[1];
        return new(
            FormattableString.Invariant($"[Input({slope.Length}), PReLU(PerChannel = true)]"), [new(test.Inputs[0].Floats, [slope.Floats])]);
    }
}
