namespace DslNet.Networks.Tests;

/// <summary>Many channels.</summary>
[Network]
[Input(64, 8, 8, Gradient = true)]
[Conv2D(64, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles64;
