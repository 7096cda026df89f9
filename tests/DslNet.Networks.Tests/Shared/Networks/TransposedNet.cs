namespace DslNet.Networks.Tests;

/// <summary>Transposed convolutions with taps apart: channel by channel, and in groups that fill panels and others that do not.</summary>
[Network]
[Input(3, 3, 4)]
[Conv2D(18, 2, Padding = 1), ReLU, ConvTranspose2D(18, 3, Stride = 2, Padding = 1, Groups = 18), ReLU]
[ConvTranspose2D(32, 2, Dilation = 2, Groups = 2), Tanh, ConvTranspose2D(48, 3, Padding = Padding.Same, Groups = 2)]
[ConvTranspose2D(12, 2, 1, Stride = 2, Groups = 4, Bias = false), ConvTranspose2D(24, 2, Dilation = 3, Groups = 12), ReLU]
[GlobalMaxPool, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class TransposedNet;
