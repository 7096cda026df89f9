using DslNet.Torch.Tests.Witness.Losses;

namespace DslNet.Torch.Tests.Witness;

/// <summary>All losses as libtorch has them, by the names of their attributes. One line a loss.</summary>
internal static class TorchLosses
{
    /// <summary>A loss; those of one's own are called as their methods.</summary>
    public static TorchLoss Of(LossDescription loss) => All.GetValueOrDefault(loss.Name) ?? All["Loss"];

    public static IReadOnlyDictionary<string, TorchLoss> All { get; } = new Dictionary<string, TorchLoss>
    {
        ["BinaryCrossEntropy"] = new BinaryCrossEntropy(),
        ["CosineEmbedding"] = new CosineEmbedding(),
        ["Hinge"] = new Hinge(),
        ["Huber"] = new Huber(),
        ["KLDivergence"] = new KLDivergence(),
        ["Loss"] = new OwnLoss(),
        ["MeanAbsoluteError"] = new MeanAbsoluteError(),
        ["MeanSquaredError"] = new MeanSquaredError(),
        ["Poisson"] = new Poisson(),
        ["SmoothL1"] = new SmoothL1(),
        ["SoftmaxCrossEntropy"] = new SoftmaxCrossEntropy(),
    };
}
