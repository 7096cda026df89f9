namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A convolution.</summary>
internal sealed class Conv() : OnnxOperator("Conv2D")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        var window = Windowed.Of(test);
        if (window.Why is { } why)
            return Counterpart.None(why);
        string bias = test.Inputs.Count > 2 ? "" : ", Bias = false";
        return new(
            FormattableString.Invariant($"[Input({window.Input}), Conv2D({test.Inputs[1].Shape[0]}, {window.Arguments}{bias})]"),
            [new(test.Inputs[0].Floats, [.. test.Inputs.Skip(1).Select(input => input.Floats)])]);
    }
}
