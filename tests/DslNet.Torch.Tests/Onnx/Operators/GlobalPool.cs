namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A value for each channel, of all its positions.</summary>
/// <param name="layer">The attribute's name.</param>
internal sealed class GlobalPool(string layer) : OnnxOperator(layer)
{
    protected override Counterpart OfFloats(NodeTest test) =>
        Counterpart.Of(FormattableString.Invariant($"[Input({string.Join(", ", test.Inputs[0].Shape[1..])}), {Layer}]"), test.Inputs[0].Floats);
}
