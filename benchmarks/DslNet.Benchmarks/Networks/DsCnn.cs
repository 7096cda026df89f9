namespace DslNet.Benchmarks.Networks;

/// <summary>
/// A depthwise-separable network for spectrograms of spoken words (Zhang, Suda, Lai and Chandra, 2017, "Hello Edge: keyword spotting on
/// microcontrollers", arXiv:1711.07128).
/// </summary>
[Network]
[Input(1, 49, 40)]
[Conv2D(64, 10, 4, Stride = 2, Padding = Padding.Same, Bias = false), BatchNorm, ReLU]
[Repeat<Separable>(4)]
[GlobalAvgPool, Dense(12)]
[SoftmaxCrossEntropy]
public sealed partial class DsCnn;
