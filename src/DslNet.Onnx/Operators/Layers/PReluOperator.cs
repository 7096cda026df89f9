using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>PRelu, with one slope or one for each channel: ONNX lets slopes be repeated along any axis.</summary>
internal sealed class PReluOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => true;

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        FloatConstant slope = use.Weight(1, "its slope");

        // Axes are aligned at the last: of an image, slopes of channels have two axes of length 1 behind them.
        bool isPerChannel = slope.Length == sample[0] && slope.Length > 1 && slope.Shape.Count >= sample.Count && slope.Shape[slope.Shape.Count - sample.Count] == sample[0];
        if (slope.Length != 1 && !isPerChannel)
            throw use.Refuse($"it has slopes of [{string.Join(", ", slope.Shape)}] for samples of [{string.Join(", ", sample)}]", "PReLU has one slope, or one for each channel");
        layers.Add(new("PReLU", isPerChannel ? ["PerChannel = true"] : [], use.Name(0), use.Output, sample)
        {
            Parameters = [new("weight", [slope.Length], slope.Values)],
            Origin = Names.Shown(use.Name(1)),
        });
    }
}
