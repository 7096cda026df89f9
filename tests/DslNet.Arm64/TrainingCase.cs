namespace DslNet.SameBits;

/// <summary>A network, and how it is trained.</summary>
internal sealed record TrainingCase(
    Func<INetwork> Create, Func<Optimizer> CreateOptimizer, bool HasLabels = false, InputGradientStep? InputGradients = null, int Steps = 10);
