namespace DslNet.Networks.Tests;

/// <summary><see cref="Tiles32"/>, product by product.</summary>
[Network(Winograd = false)]
[Input(32, 16, 16, Gradient = true)]
[Conv2D(32, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums32;
