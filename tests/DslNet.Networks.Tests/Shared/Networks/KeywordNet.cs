namespace DslNet.Networks.Tests;

/// <summary>Batch normalization behind depthwise, grouped and transposed convolutions, whose predictions scale and shift for it.</summary>
[Network]
[Input(1, 13, 10)]
[Conv2D(20, 5, 4, Stride = 2, Padding = Padding.Same), BatchNorm, ReLU]
[DepthwiseConv2D(3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(20, 1), BatchNorm, ReLU]
[Conv2D(12, 2, Groups = 4), BatchNorm, Tanh, DepthwiseConv2D(2, Multiplier = 2), BatchNorm]
[ConvTranspose2D(32, 2, Stride = 2, Groups = 2), BatchNorm, ReLU, ConvTranspose2D(9, 2, Bias = false), BatchNorm, SiLU]
[GlobalAvgPool, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class KeywordNet;
