using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>GroupNormalization. Its scale and bias have a value for each group before operator set 21, and one for each channel since.</summary>
internal sealed class GroupNormalizationOperator : Operator
{
    private const long PerChannelSince = 21;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        int channels = sample[0];
        long groups = use.Integer("num_groups", 0);
        if (groups < 1 || channels % groups != 0)
            throw use.Refuse($"{channels} channels are no {groups} groups", "The file is no valid model: export it again");
        layers.Add(new("GroupNorm", [Argument.Of(groups), .. Argument.Named("Epsilon", use.Float("epsilon", 1e-5f), 1e-5f), .. Argument.Named("Affine", use.Has(1), true)], use.Name(0), use.Output, sample)
        {
            Parameters = use.Has(1) ? [new("weight", [channels], Each(1, "its scale")), new("bias", [channels], use.Has(2) ? Each(2, "its bias") : new float[channels])] : [],
            Origin = use.Has(1) ? Names.Shown(use.Name(1)) : "",
        });

        float[] Each(int input, string what) => use.Opset >= PerChannelSince || use.Weight(input, what).Length == channels
            ? use.Values(input, what, channels)
            : [.. use.Values(input, what, (int)groups).SelectMany(value => Enumerable.Repeat(value, channels / (int)groups))];
    }
}
