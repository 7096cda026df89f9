namespace DslNet.SameBits;

/// <summary>Every layer on images: a residual block, a join, strides and paddings of each kind, and the gradient by the input.</summary>
[Network]
[Input(3, 9, 7, Gradient = true)]
[Conv2D(10, 3, Padding = 1, Name = "Stem"), GELU]
[Conv2D(10, 3, Padding = Padding.Same, Bias = false), Add("Stem"), SiLU]
[MaxPool2D(3, Stride = 2, Padding = 1, Name = "Small")]
[Conv2D(6, 1), Softplus, Concat("Small")]
[AvgPool2D(2, Stride = 1, Padding = 1)]
[Conv2D(9, 2, 3, Stride = 2), ELU(Alpha = 0.5f)]
[GlobalAvgPool, Dense(7), LeakyReLU(NegativeSlope = 0.1f), Dense(4), Softmax]
[MeanSquaredError]
internal sealed partial class ImageNet;
