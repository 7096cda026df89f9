namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAveragePool() : OnnxOperator("GlobalAvgPool")
{
    protected override Counterpart OfFloats(NodeTest test) =>
        Counterpart.Of(FormattableString.Invariant($"[Input({string.Join(", ", test.Inputs[0].Shape[1..])}), GlobalAvgPool]"), test.Inputs[0].Floats);
}
