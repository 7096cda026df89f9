namespace DslNet.Networks.Tests;

/// <summary>More channels, each sum in one part.</summary>
[Network]
[Input(32, 16, 16, Gradient = true)]
[Conv2D(32, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles32;
