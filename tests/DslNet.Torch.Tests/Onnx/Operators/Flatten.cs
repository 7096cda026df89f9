namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Flatten at an axis: what is before it are samples, what is behind an image, of whatever is one axis too many taken as one.</summary>
internal sealed class Flatten() : OnnxOperator("Flatten")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        int axis = (int)test.Node.Integer("axis", 1);
        int[] image = x.Shape[(axis < 0 ? axis + x.Shape.Length : axis)..];
        int columns = image.Length > 1 ? image[^1] : 1, rows = image.Length > 2 ? image[^2] : 1;
        return Counterpart.Of(FormattableString.Invariant($"[Input({OnnxTensor.LengthOf(image) / rows / columns}, {rows}, {columns}), Flatten]"), x.Floats);
    }
}
