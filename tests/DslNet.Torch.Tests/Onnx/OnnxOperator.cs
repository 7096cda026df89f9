namespace DslNet.Torch.Tests.Onnx;

/// <summary>An operator of ONNX that is a layer or a loss. One subclass an operator.</summary>
/// <param name="layer">The attribute's name.</param>
internal abstract class OnnxOperator(string layer)
{
    /// <summary>The attribute's name.</summary>
    public string Layer => layer;

    /// <summary>A test as a network.</summary>
    public Counterpart Of(NodeTest test) => test.Inputs[0].IsFloat ? OfFloats(test) : Counterpart.None("computes with integers");

    protected abstract Counterpart OfFloats(NodeTest test);
}
