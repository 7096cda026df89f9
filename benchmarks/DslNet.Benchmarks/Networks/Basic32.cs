namespace DslNet.Benchmarks.Networks;

/// <summary>A block of the second stage.</summary>
[Block]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm]
public sealed class Basic32;
