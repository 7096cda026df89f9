namespace DslNet.Networks.Tests;

/// <summary>One convolution, whose rows are computed in pairs.</summary>
[Network]
[Input(16, 14, 14)]
[Conv2D(32, 3, Padding = 1)]
public sealed partial class Filtering;
