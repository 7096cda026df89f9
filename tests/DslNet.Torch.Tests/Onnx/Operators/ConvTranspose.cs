namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>A transposed convolution.</summary>
internal sealed class ConvTranspose() : OnnxOperator("ConvTranspose2D")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        int[] shape = test.Inputs[0].Shape, axes = shape[2..], kernel = test.Inputs[1].Shape[2..];
        int[] strides = test.Node.Integers("strides", [.. axes.Select(_ => 1)]), pads = test.Node.Integers("pads", new int[2 * axes.Length]);
        int[] more = test.Node.Integers("output_padding", [.. axes.Select(_ => 0)]);
        if (axes.Length > 2)
            return Counterpart.None("has three spatial axes");
        int[] dilations = test.Node.Integers("dilations", [1]);
        long groups = test.Node.Integer("group", 1);
        if (dilations.Distinct().Count() > 1)
            return Counterpart.None("has a dilation for each axis");
        if (test.Node.Integers("output_shape", []).Length > 0 || test.Node.Text("auto_pad", "NOTSET") == "SAME_LOWER")
            return Counterpart.None("pads as a size demands");
        if (strides.Distinct().Count() > 1)
            return Counterpart.None("has a stride for each axis");
        bool isSame = test.Node.Text("auto_pad", "NOTSET") == "SAME_UPPER";
        if (!isSame && (pads.Distinct().Count() > 1 || more.Distinct().Count() > 1))
            return Counterpart.None("pads rows and columns differently");
        if (!isSame && more[0] >= Math.Max(strides[0], dilations[0]))
            return Counterpart.None("pads its output by a stride");

        string padding = isSame ? "Padding.Same" : FormattableString.Invariant($"{pads[0]}, OutputPadding = {more[0]}");
        string bias = test.Inputs.Count > 2 ? "" : ", Bias = false";
        string window = FormattableString.Invariant($"{string.Join(", ", kernel)}, Stride = {strides[0]}, Padding = {padding}, Dilation = {dilations[0]}, Groups = {groups}{bias}");
        return new(
            FormattableString.Invariant($"[Input({string.Join(", ", shape[1..])}), ConvTranspose{axes.Length}D({groups * test.Inputs[1].Shape[1]}, {window})]"),
            [new(test.Inputs[0].Floats, [.. test.Inputs.Skip(1).Select(input => input.Floats)])]);
    }
}
