namespace DslNet.Benchmarks.Networks;

/// <summary>A block of the third stage.</summary>
[Block]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm]
public sealed class Basic64;
