namespace DslNet.Benchmarks.Networks;

/// <summary>A small perceptron for images of 28×28 pixels.</summary>
[Network]
[Input(784)]
[Dense(128), ReLU, Dense(64), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class MlpMnist;
