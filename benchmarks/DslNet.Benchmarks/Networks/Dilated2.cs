namespace DslNet.Benchmarks.Networks;

/// <summary>A block whose convolutions see every value that is 2 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 2, Dilation = 2, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 2, Dilation = 2, Bias = false), BatchNorm]
public sealed class Dilated2;
