namespace DslNet.Networks.Tests;

/// <summary>Convolutions in tiles of 4 × 4 outputs: whole ones and parts, in both directions, with a bias and with batch normalization.</summary>
[Network]
[Input(2, 12, 10)]
[Conv2D(16, 1), ReLU, Conv2D(24, 3, Padding = 1), ReLU, Conv2D(32, 3, Bias = false), BatchNorm, ReLU]
[Conv2D(16, 3, Padding = 1), Tanh, GlobalAvgPool, Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class TiledNet;
