namespace DslNet.Benchmarks.Networks;

/// <summary>A network for signals of three axes: residual blocks of dilated convolutions.</summary>
[Network]
[Input(3, 256)]
[Conv1D(32, 5, Padding = 2, Bias = false), BatchNorm, ReLU]
[Residual<Dilated1>, ReLU, Residual<Dilated2>, ReLU, Residual<Dilated4>, ReLU, Residual<Dilated8>, ReLU]
[GlobalAvgPool, Dense(6)]
[SoftmaxCrossEntropy]
public sealed partial class Activity;
