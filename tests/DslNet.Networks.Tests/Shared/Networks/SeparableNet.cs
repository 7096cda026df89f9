namespace DslNet.Networks.Tests;

/// <summary>Depthwise convolutions, groups that fill panels and others that do not, and dilated kernels.</summary>
[Network]
[Input(3, 9, 13)]
[Conv2D(18, 3, Padding = 1, Dilation = 2), ReLU]
[DepthwiseConv2D(3, Padding = 1), ReLU, Conv2D(24, 1), HardSwish]
[Conv2D(16, 2, Groups = 2), Conv2D(12, 3, Padding = Padding.Same, Groups = 4), ReLU]
[DepthwiseConv2D(2, 5, Multiplier = 2, Stride = 2, Padding = 1), Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SeparableNet;
