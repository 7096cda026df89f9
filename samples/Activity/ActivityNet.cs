using DslNet;

namespace HumanActivity;

/// <summary>
/// Residual blocks whose convolutions look further and further: behind the last one a position has seen 65 values, more than a second, with kernels of
/// three and no pooling (Bai, Kolter and Koltun, 2018, "An empirical evaluation of generic convolutional and recurrent networks for sequence
/// modeling", arXiv:1803.01271).
/// </summary>
[Network]
[Input(3, 256)]
[Conv1D(32, 5, Padding = 2, Bias = false), BatchNorm, ReLU]
[Residual<Dilated1>, ReLU]
[Residual<Dilated2>, ReLU]
[Residual<Dilated4>, ReLU]
[Residual<Dilated8>, ReLU]
[GlobalAvgPool, Dense(6)]
[SoftmaxCrossEntropy]
internal sealed partial class ActivityNet;
