namespace DslNet.Networks.Tests;

/// <summary>Images that grow and shrink: transposed convolutions, interpolation, borders of each kind, and windows that reach over them.</summary>
[Network]
[Input(3, 6, 5, Gradient = true)]
[Conv2D(6, 2), ReLU, MaxPool2D(2, CeilMode = true)]
[Upsample(2, Mode = UpsampleMode.Bilinear), Pad(1, 2, Mode = PadMode.Reflect)]
[ConvTranspose2D(5, 3, Stride = 2, Padding = 1, OutputPadding = 1), Tanh]
[AvgPool2D(3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = false), Pad(left: 1), Upsample(1, 2)]
[AdaptiveAvgPool2D(4, 5), Pad(2, Mode = PadMode.Replicate), ConvTranspose2D(17, 2, Padding = Padding.Same), GlobalMaxPool, Dense(3)]
[MeanSquaredError]
internal sealed partial class EnlargedNet;
