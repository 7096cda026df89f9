namespace DslNet.SameBits;

/// <summary>LeNet-5, where most kinds of kernels meet: convolutions across columns and across channels, gradients behind poolings, dense layers.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Conv2D(16, 5), ReLU, MaxPool2D(2)]
[Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class LeNet;
