namespace DslNet.Tests.Networks;

/// <summary>The losses as generated code describes them, of a network whose last layer is Dense1.</summary>
internal static class Loss
{
    public static LossDescription? None => null;

    public static LossDescription MeanSquaredError { get; } = new(nameof(MeanSquaredError), "Dense1", LossTarget.Values, Link.None);

    public static LossDescription MeanAbsoluteError { get; } = new(nameof(MeanAbsoluteError), "Dense1", LossTarget.Values, Link.None);

    public static LossDescription Huber { get; } = new(nameof(Huber), "Dense1", LossTarget.Values, Link.None);

    public static LossDescription BinaryCrossEntropy { get; } = new(nameof(BinaryCrossEntropy), "Dense1", LossTarget.Probabilities, Link.Sigmoid);

    public static LossDescription SmoothL1 { get; } = new(nameof(SmoothL1), "Dense1", LossTarget.Values, Link.None);

    public static LossDescription Poisson { get; } = new(nameof(Poisson), "Dense1", LossTarget.Values, Link.None);

    public static LossDescription Hinge { get; } = new(nameof(Hinge), "Dense1", LossTarget.Signs, Link.None);

    public static LossDescription KLDivergence { get; } = new(nameof(KLDivergence), "Dense1", LossTarget.Distribution, Link.None);

    public static LossDescription SoftmaxCrossEntropy { get; } = new(nameof(SoftmaxCrossEntropy), "Dense1", LossTarget.Labels, Link.Softmax);
}
