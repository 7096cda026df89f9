namespace DslNet.Benchmarks.Networks;

/// <summary>A large perceptron, whose weights do not fit in the second-level cache.</summary>
[Network]
[Input(784)]
[Dense(512), ReLU, Dense(512), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class Mlp512;
