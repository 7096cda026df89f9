namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A function of each value: what is behind the first axis is one vector.</summary>
/// <param name="layer">The attribute's name.</param>
/// <param name="argument">The attribute's argument.</param>
/// <param name="attribute">The operator's attribute that it is.</param>
/// <param name="otherwise">The attribute's default.</param>
internal sealed class Elementwise(string layer, string? argument = null, string attribute = "alpha", float otherwise = 0) : OnnxOperator(layer)
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        int samples = x.Shape.Length == 1 ? 1 : x.Shape[0];
        string arguments = argument is null ? "" : FormattableString.Invariant($"({argument} = {test.Node.Float(attribute, otherwise)}f)");
        return Counterpart.Of(FormattableString.Invariant($"[Input({x.Length / samples}), {Layer}{arguments}]"), x.Floats);
    }
}
