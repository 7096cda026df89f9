namespace DslNet.Benchmarks.Networks;

/// <summary>A block of the first stage: two convolutions, normalized.</summary>
[Block]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm]
public sealed class Basic16;
