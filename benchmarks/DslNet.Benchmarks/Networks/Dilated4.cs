namespace DslNet.Benchmarks.Networks;

/// <summary>A block whose convolutions see every value that is 4 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 4, Dilation = 4, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 4, Dilation = 4, Bias = false), BatchNorm]
public sealed class Dilated4;
