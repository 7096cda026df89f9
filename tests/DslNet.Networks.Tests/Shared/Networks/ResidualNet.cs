namespace DslNet.Networks.Tests;

/// <summary>Every layer and activation, each padding and stride, a kernel larger than its image, and the gradient by the input.</summary>
[Network]
[Input(3, 11, 9, Gradient = true)]
[Conv2D(13, 3, Padding = 1, Name = "Stem"), GELU]
[Conv2D(13, 3, Padding = Padding.Same, Bias = false), Add("Stem"), SiLU]
[MaxPool2D(3, Stride = 2, Padding = 1, Name = "Half")]
[Conv2D(7, 1), Softplus, Dropout(0.2), Concat("Half")]
[Conv2D(20, 3, 2, Stride = 2), ELU]
[AvgPool2D(2, Stride = 1, Padding = 1), Conv2D(5, 5, Padding = 2), Softmax]
[Conv2D(9, 2), LeakyReLU, GlobalAvgPool]
[Dense(17), Tanh, Dense(6), Sigmoid, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class ResidualNet;
