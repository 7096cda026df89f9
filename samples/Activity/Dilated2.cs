using DslNet;

namespace HumanActivity;

/// <summary>Two convolutions over values that are 2 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 2, Dilation = 2, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 2, Dilation = 2, Bias = false), BatchNorm]
internal sealed class Dilated2;
