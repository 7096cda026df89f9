namespace DslNet.Benchmarks.Networks;

/// <summary>A perceptron whose weights fit in the second-level cache.</summary>
[Network]
[Input(64)]
[Dense(256), ReLU, Dense(256), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class Mlp256;
