namespace DslNet.Benchmarks.Networks;

/// <summary>The first block of the second stage, which halves the sides.</summary>
[Block]
[Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm]
public sealed class Down32;
