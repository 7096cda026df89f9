namespace DslNet.Onnx.Exporting;

/// <summary>Layers over the frames of sequences, which have time first and sequences behind it.</summary>
internal static class FrameExports
{
    private static readonly int[] s_signals = [1, 2, 0], s_frames = [2, 0, 1];

    /// <summary>A recurrent layer that runs forward from zeros.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="operatorName">The operator.</param>
    /// <param name="gates">Which of PyTorch's blocks of rows is each of ONNX's, in its order.</param>
    public static void Recurrent(LayerExport layer, string operatorName, int[] gates)
    {
        int hidden = layer.Integer("Hidden"), inputs = layer.Sample[0], rows = gates.Length * hidden;
        string input = Weight("weight_ih_l0", inputs), state = Weight("weight_hh_l0", hidden);
        float[] biases = [.. Blocks("bias_ih_l0", 1), .. Blocks("bias_hh_l0", 1)];
        string bias = layer.Model.Floats(layer.Model.NewName($"{layer.Output}_bias"), [1, 2 * rows], biases);
        List<(string, object)> attributes = [("hidden_size", hidden)];
        if (operatorName == "GRU")
            attributes.Add(("linear_before_reset", layer.Flag("ResetAfter") ? 1 : 0));
        layer.Write("Squeeze", [layer.Before(operatorName, [layer.Input, input, state, bias], [.. attributes]), layer.Integers("direction", 1)]);

        string Weight(string role, int columns) => layer.Model.Floats(layer.Model.NewName($"{layer.Output}_{role}"), [1, rows, columns], Blocks(role, columns));

        float[] Blocks(string role, int columns)
        {
            float[] all = layer.Values(role);
            return [.. gates.SelectMany(gate => all.AsSpan(gate * hidden * columns, hidden * columns).ToArray())];
        }
    }

    /// <summary>A convolution over time, with zeros before it alone.</summary>
    public static void Convolution(LayerExport layer)
    {
        int kernel = layer.Integer("Kernel"), dilation = layer.Integer("Dilation");
        string signal = layer.Before("Transpose", [layer.Input], ("perm", s_signals));
        string convolved = layer.Before(
            "Conv", [signal, layer.Tensor("weight"), layer.Tensor("bias")], ("kernel_shape", new[] { kernel }), ("dilations", new[] { dilation }), ("pads", new[] { (kernel - 1) * dilation, 0 }));
        layer.Write("Transpose", [convolved], ("perm", s_frames));
    }

    /// <summary>Frames of zeros before, and as many fewer at the end.</summary>
    public static void Delay(LayerExport layer)
    {
        int frames = layer.Integer("Frames");
        string padded = layer.Before("Pad", [layer.Input, layer.Integers("pads", frames, 0, 0, 0, 0, 0)], ("mode", "constant"));
        layer.Write("Slice", [padded, layer.Integers("start", 0), layer.Integers("end", -frames), layer.Integers("axes", 0)]);
    }
}
