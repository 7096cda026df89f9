namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A pooling. Indices of maxima are not compared.</summary>
/// <param name="layer">The attribute's name.</param>
/// <param name="countsPadding">Whether it is the mean of a window with what is padded.</param>
internal sealed class Pool(string layer, bool countsPadding) : OnnxOperator(layer)
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        var window = Windowed.Of(test);
        int[] kernel = test.Node.Integers("kernel_shape");
        return window.Why is { } why ? Counterpart.None(why)
            : countsPadding && window.IsPadded && test.Node.Integer("count_include_pad", 0) == 0 ? Counterpart.None("does not count padding")
            : test.Node.Integers("pads", 0).Max() > kernel.Min() / 2 ? Counterpart.None("pads more than half a window")
            : Counterpart.Of($"[Input({window.Input}), {Layer}({window.Arguments})]", test.Inputs[0].Floats);
    }
}
