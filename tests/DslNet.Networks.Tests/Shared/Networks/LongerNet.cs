namespace DslNet.Networks.Tests;

/// <summary>The same of a signal, as the caller passes it.</summary>
[Network]
[Input(3, 13)]
[ConvTranspose1D(6, 4, Stride = 2, Padding = 1), LeakyReLU, MaxPool1D(3, Padding = 1, CeilMode = true)]
[Upsample(3, Mode = UpsampleMode.Bilinear), Pad(left: 4, Mode = PadMode.Reflect), AvgPool1D(4, Stride = 3, CeilMode = true)]
[ConvTranspose1D(9, 3), Upsample(2), Pad(2, Mode = PadMode.Replicate), AdaptiveAvgPool1D(5), Flatten, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class LongerNet;
