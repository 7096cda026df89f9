using DslNet;

namespace HumanActivity;

/// <summary>Two convolutions over values that are 4 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 4, Dilation = 4, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 4, Dilation = 4, Bias = false), BatchNorm]
internal sealed class Dilated4;
