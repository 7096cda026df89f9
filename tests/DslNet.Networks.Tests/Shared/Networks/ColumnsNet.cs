namespace DslNet.Networks.Tests;

/// <summary>A kernel whose rows are shorter than a vector, over an image that lies as the caller passed it.</summary>
[Network]
[Input(1, 11, 21)]
[Conv2D(6, 5), LeakyReLU, MaxPool2D(2)]
[Conv2D(3, 2), MaxPool2D(2, 3)]
[Flatten, Dense(49)]
[MeanSquaredError]
internal sealed partial class ColumnsNet;
