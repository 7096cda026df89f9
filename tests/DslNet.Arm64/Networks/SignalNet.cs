namespace DslNet.SameBits;

/// <summary>Layers on signals: dilation, groups, a normalization over the batch, and lengths that do not divide.</summary>
[Network]
[Input(3, 37, Gradient = true)]
[Pad(2, Mode = PadMode.Reflect), Conv1D(8, 5, Dilation = 2, Padding = Padding.Same, Bias = false), BatchNorm, SiLU]
[DepthwiseConv1D(3, Padding = 1), Conv1D(12, 1, Groups = 4), PReLU(PerChannel = true), MaxPool1D(3, Stride = 2, CeilMode = true)]
[ConvTranspose1D(6, 4, Stride = 2, Padding = 1), LayerNorm, GELU]
[AvgPool1D(3, Stride = 2, Padding = 1, CountIncludePad = false), Upsample(2), GlobalMaxPool, Dense(5)]
[SmoothL1(Beta = 0.1f)]
internal sealed partial class SignalNet;
