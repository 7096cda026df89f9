using DslNet;

namespace HumanActivity;

/// <summary>Two convolutions over neighbouring values.</summary>
[Block]
[Conv1D(32, 3, Padding = 1, Dilation = 1, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 1, Dilation = 1, Bias = false), BatchNorm]
internal sealed class Dilated1;
