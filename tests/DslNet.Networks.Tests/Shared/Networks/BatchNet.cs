namespace DslNet.Networks.Tests;

/// <summary>Batch normalization of images whose channels fill no vector: behind convolutions, an activation and itself, and before activations of both kinds.</summary>
[Network]
[Input(3, 9, 7)]
[Conv2D(20, 3, Padding = Padding.Same, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(9, 2), BatchNorm(Momentum = 0.3f), Tanh, BatchNorm]
[Dropout(0.25), Flatten, Dense(19), HardSwish, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class BatchNet;
