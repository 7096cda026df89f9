using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Puts constant channels or features beside samples: a layer whose weights are 1 where it copies, and whose biases are the constants.</summary>
internal static class ConstantChannels
{
    private const long MostWeights = 1 << 20;

    public static void Add(NodeUse use, LayerList layers, int axis, IReadOnlyList<int> sample)
    {
        int channels = sample[0], copied = 0;
        float?[] constants = new float?[channels];
        for (int input = 0, channel = 0; input < use.InputCount; input++)
        {
            Value value = use.Input(input);
            int own = (int)value.Shape![axis].Factor;
            if (value.Constant is null)
                copied += own;
            else if (axis == 1 && value.Constant is FloatConstant constant && PerChannel(constant, own) is { } each)
                each.Select(number => (float?)number).ToArray().CopyTo(constants, channel);
            else
                throw use.Refuse($"it puts the constant “{Names.Shown(use.Name(input))}” beside samples", "Channels are put beside others, each of one value: leave the constant out of the model");
            channel += own;
        }

        if ((long)channels * copied is > MostWeights or 0)
            throw use.Refuse($"it puts {channels - copied} constants beside {copied} channels", "Leave them out of the model");
        float[] weight = new float[channels * copied];
        for (int channel = 0, from = 0; channel < channels; channel++)
        {
            if (constants[channel] is null)
                weight[channel * copied + from++] = 1;
        }

        string[] data = [.. use.Data];
        string reads = data[0];
        if (data.Length > 1)
            layers.Add(new("Concat", "Concat", [], data, reads = layers.Between(), [copied, .. sample.Skip(1)]));
        bool isDense = sample.Count == 1, hasBias = constants.Any(constant => constant is { } number && number != 0);
        int positions = sample.Skip(1).Aggregate(1, (product, length) => product * length);
        layers.Add(new(
            isDense ? "Dense" : "Conv", isDense ? "Dense" : $"Conv{sample.Count - 1}D", [Argument.Of(channels), .. isDense ? [] : new[] { "1" }, .. Argument.Named("Bias", hasBias, true)], [reads], use.Output, sample)
        {
            Parameters =
            [
                new("weight", [channels, copied, .. sample.Skip(1).Select(_ => 1)], weight),
                .. hasBias ? [new LayerParameter("bias", [channels], [.. constants.Select(constant => constant ?? 0)])] : Array.Empty<LayerParameter>(),
            ],
            MultiplyAdds = (long)weight.Length * positions,
        });
    }

    /// <summary>The value of each channel; null if positions have others.</summary>
    private static float[]? PerChannel(FloatConstant constant, int channels)
    {
        float[][] rows = [.. constant.Values.Chunk(Math.Max(1, constant.Length / Math.Max(1, channels)))];
        return rows.Length == channels && rows.All(row => row.All(value => value.Equals(row[0]))) ? [.. rows.Select(row => row[0])] : null;
    }
}
