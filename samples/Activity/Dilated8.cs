using DslNet;

namespace HumanActivity;

/// <summary>Two convolutions over values that are 8 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 8, Dilation = 8, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 8, Dilation = 8, Bias = false), BatchNorm]
internal sealed class Dilated8;
