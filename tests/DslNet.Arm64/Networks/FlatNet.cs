namespace DslNet.SameBits;

/// <summary>An image that is flattened for dense layers, and a robust loss.</summary>
[Network]
[Input(2, 6, 5)]
[Conv2D(5, 3, Bias = false), ReLU, MaxPool2D(2), Flatten, Dense(12), ELU, Dense(2)]
[Huber(Delta = 0.5f)]
internal sealed partial class FlatNet;
