namespace DslNet.Networks.Tests;

/// <summary>A residual network as they are trained: batch normalization in every block, one of which halves the image and has a projection.</summary>
[Network]
[Input(3, 10, 9)]
[Conv2D(12, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Residual<Basic>, ReLU, Residual<Halving>(Projection = true), ReLU]
[GlobalAvgPool, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class NormalizedBlocksNet;

/// <summary>Two convolutions of the same size.</summary>
[Block]
[Conv2D(12, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(12, 3, Padding = 1, Bias = false), BatchNorm]
internal sealed class Basic;

/// <summary>More filters over half as many positions.</summary>
[Block]
[Conv2D(20, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(20, 3, Padding = 1, Bias = false), BatchNorm]
internal sealed class Halving;
