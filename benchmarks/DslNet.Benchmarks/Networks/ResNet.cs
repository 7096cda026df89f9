namespace DslNet.Benchmarks.Networks;

/// <summary>
/// The residual network for images of 32×32 (He, Zhang, Ren and Sun, 2016, "Deep residual learning for image recognition", arXiv:1512.03385, section 4.2) with
/// two blocks per stage, and projections where a stage begins.
/// </summary>
[Network]
[Input(3, 32, 32)]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Residual<Basic16>, ReLU, Residual<Basic16>, ReLU]
[Residual<Down32>(Projection = true), ReLU, Residual<Basic32>, ReLU]
[Residual<Down64>(Projection = true), ReLU, Residual<Basic64>, ReLU]
[GlobalAvgPool, Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class ResNet;
