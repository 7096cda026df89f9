namespace DslNet.Benchmarks.Networks;

/// <summary>A block whose convolutions see every value that is 8 apart.</summary>
[Block]
[Conv1D(32, 3, Padding = 8, Dilation = 8, Bias = false), BatchNorm, ReLU]
[Conv1D(32, 3, Padding = 8, Dilation = 8, Bias = false), BatchNorm]
public sealed class Dilated8;
