namespace DslNet.Networks.Tests;

/// <summary><see cref="Tiles16"/>, product by product.</summary>
[Network(Winograd = false)]
[Input(16, 16, 16, Gradient = true)]
[Conv2D(16, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums16;
