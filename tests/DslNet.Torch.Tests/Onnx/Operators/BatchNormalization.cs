namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A normalization of each channel by running statistics.</summary>
internal sealed class BatchNormalization() : OnnxOperator("BatchNorm")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        if (test.Node.Integer("training_mode", 0) != 0)
            return Counterpart.None("trains, with running variances that are biased");
        OnnxTensor x = test.Inputs[0];
        return new(
            FormattableString.Invariant($"[Input({string.Join(", ", x.Shape.Skip(1))}), BatchNorm(Epsilon = {test.Node.Float("epsilon", 1e-5f)}f)]"),
            [new(x.Floats, [.. test.Inputs.Skip(1).Take(2).Select(input => input.Floats)]) { States = [.. test.Inputs.Skip(3).Select(input => input.Floats)] }]);
    }
}
