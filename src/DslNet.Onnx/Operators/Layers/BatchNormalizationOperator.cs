using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>BatchNormalization of a model that predicts, with its running statistics.</summary>
internal sealed class BatchNormalizationOperator : Operator
{
    private const long TrainsByDefaultBefore = 7, SaysSoSince = 14;

    private const float UsualMomentum = 0.9f;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (Trains(use))
            throw use.Refuse("it normalises by the statistics of the batch, as in training", "Export the model in its mode for prediction (PyTorch: model.eval())");
        int channels = sample[0];
        float momentum = use.Float("momentum", UsualMomentum);
        layers.Add(new(
            "BatchNorm",
            [.. momentum.Equals(UsualMomentum) ? [] : Argument.Named("Momentum", (float)Math.Round(1 - (double)momentum, 6), 0.1f), .. Argument.Named("Epsilon", use.Float("epsilon", 1e-5f), 1e-5f)],
            use.Name(0), use.Output, sample)
        {
            Parameters =
            [
                new("weight", [channels], use.Values(1, "its scale", channels)), new("bias", [channels], use.Values(2, "its bias", channels)),
                new("running_mean", [channels], use.Values(3, "its mean", channels)), new("running_var", [channels], use.Values(4, "its variance", channels)),
            ],
            Origin = Names.Shown(use.Name(1)),
        });
    }

    /// <summary>Since operator set 14 an attribute says so; before, its further outputs do; in the oldest files it is the default.</summary>
    public static bool Trains(NodeUse use) => use.Opset >= SaysSoSince ? use.Integer("training_mode", 0) != 0
        : use.OutputCount > 1 || use.Opset < TrainsByDefaultBefore && use.Integer("is_test", 0) == 0;
}
