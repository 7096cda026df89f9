namespace DslNet.Networks.Tests;

/// <summary>Few channels: the error of tiles is largest there, beside that of sums.</summary>
[Network]
[Input(16, 16, 16, Gradient = true)]
[Conv2D(16, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles16;

/// <summary>The same, product by product.</summary>
[Network(Winograd = false)]
[Input(16, 16, 16, Gradient = true)]
[Conv2D(16, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums16;

/// <summary>More channels, each sum in one part.</summary>
[Network]
[Input(32, 16, 16, Gradient = true)]
[Conv2D(32, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles32;

/// <summary>The same, product by product.</summary>
[Network(Winograd = false)]
[Input(32, 16, 16, Gradient = true)]
[Conv2D(32, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums32;

/// <summary>Many channels.</summary>
[Network]
[Input(64, 8, 8, Gradient = true)]
[Conv2D(64, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Tiles64;

/// <summary>The same, product by product.</summary>
[Network(Winograd = false)]
[Input(64, 8, 8, Gradient = true)]
[Conv2D(64, 3, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Sums64;
