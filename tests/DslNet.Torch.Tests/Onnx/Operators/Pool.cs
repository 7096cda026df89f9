namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A pooling. Indices of maxima are not compared.</summary>
/// <param name="layer">The attribute's name.</param>
/// <param name="isMean">Whether it is the mean of a window, in which padding may count.</param>
internal sealed class Pool(string layer, bool isMean) : OnnxOperator(layer)
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        var window = Windowed.Of(test);
        int[] kernel = test.Node.Integers("kernel_shape");
        return window.Why is { } why ? Counterpart.None(why)
            : test.Node.Integers("pads", 0).Max() > kernel.Min() / 2 ? Counterpart.None("pads more than half a window")
            : Counterpart.Of($"[Input({window.Input}), {Layer}({window.Arguments}{Arguments(test.Node)})]", test.Inputs[0].Floats);
    }

    private string Arguments(OnnxNode node) =>
        (node.Integer("ceil_mode", 0) == 0 ? "" : ", CeilMode = true") + (isMean && node.Integer("count_include_pad", 0) == 0 ? ", CountIncludePad = false" : "");
}
