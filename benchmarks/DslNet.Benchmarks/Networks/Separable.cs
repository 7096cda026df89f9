namespace DslNet.Benchmarks.Networks;

/// <summary>A depthwise-separable convolution.</summary>
[Block]
[DepthwiseConv2D(3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(64, 1, Bias = false), BatchNorm, ReLU]
public sealed class Separable;
