namespace DslNet.Networks.Tests;

/// <summary><see cref="Tiles64"/>, product by product.</summary>
[Network(Winograd = false)]
[Input(64, 8, 8, Gradient = true)]
[Conv2D(64, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums64;
