namespace DslNet.Networks.Tests;

/// <summary>
/// Convolutions without padding over the caller's image, where vectors run along columns and what poolings make zero is left
/// out, and as many outputs as are rounded up by more than eight.
/// </summary>
[Network]
[Input(2, 13, 15)]
[Conv2D(5, 3, 8), ReLU, MaxPool2D(2)]
[Conv2D(18, 2), Tanh, MaxPool2D(2)]
[Flatten, Dense(50), Softmax, Dense(51)]
[SoftmaxCrossEntropy]
internal sealed partial class RoutedNet;
