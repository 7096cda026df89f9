namespace DslNet.Benchmarks.Networks;

/// <summary>A block whose convolutions see every value.</summary>
[Block]
[Conv1D(32, 3, Padding = 1, Dilation = 1, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 1, Dilation = 1, Bias = false), BatchNorm]
public sealed class Dilated1;
