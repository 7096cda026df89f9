namespace DslNet.Networks.Tests;

/// <summary>Few channels: the error of tiles is largest there, beside that of sums.</summary>
[Network]
[Input(16, 16, 16, Gradient = true)]
[Conv2D(16, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles16;
