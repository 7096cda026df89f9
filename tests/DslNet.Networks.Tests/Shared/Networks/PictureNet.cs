namespace DslNet.Networks.Tests;

/// <summary>An image in, a smaller image out.</summary>
[Network]
[Input(2, 7, 5, Gradient = true)]
[Conv2D(3, 4, Padding = Padding.Same, Stride = 2), SiLU, AvgPool2D(3, Stride = 2, Padding = 1)]
[MeanAbsoluteError]
internal sealed partial class PictureNet;
