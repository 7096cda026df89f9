namespace DslNet.Mpi.Child;

[Network]
[Input(1, 28, 28), Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class LeNet;

[Network]
[Input(20), Dense(64), ReLU, Dropout(0.2), Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class Small;

[Network]
[Input(20), Dense(64), BatchNorm, ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class Normalized;
