namespace DslNet.Benchmarks.Networks;

/// <summary>LeNet-5 with ReLU and max pooling.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Conv2D(16, 5), ReLU, MaxPool2D(2)]
[Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class LeNet;
