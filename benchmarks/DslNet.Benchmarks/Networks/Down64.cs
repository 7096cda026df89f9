namespace DslNet.Benchmarks.Networks;

/// <summary>The first block of the third stage, which halves the sides.</summary>
[Block]
[Conv2D(64, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm]
public sealed class Down64;
