namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Softmax, or its logarithm, over an axis: over the channels of an image whose rows are what is behind it, and whose samples what is before.</summary>
/// <param name="layer">The attribute's name.</param>
internal sealed class Softmax(string layer) : OnnxOperator(layer)
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        int axis = (int)test.Node.Integer("axis", -1), channels = x.Shape[axis < 0 ? axis + x.Shape.Length : axis];
        int positions = OnnxTensor.LengthOf(x.Shape.Skip((axis < 0 ? axis + x.Shape.Length : axis) + 1));
        string input = FormattableString.Invariant(positions == 1 ? (FormattableString)$"{channels}" : $"{channels}, {positions}, 1");
        return Counterpart.Of($"[Input({input}), {Layer}]", x.Floats);
    }
}
