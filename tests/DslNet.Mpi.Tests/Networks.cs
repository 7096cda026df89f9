namespace DslNet.Mpi.Tests;

[Network]
[Input(20), Dense(64), ReLU, Dropout(0.2), Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class Small;

[Network]
[Input(1, 8, 8), Conv2D(8, 3), ReLU, MaxPool2D(2), Flatten, Dense(10)]
[MeanSquaredError]
internal sealed partial class Image;

[Network]
[Input(20), Dense(64), Tanh, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class Other;
