namespace DslNet.SameBits;

/// <summary>Transposed convolutions with dilation, of groups and of each channel by itself, and images that are joined along their rows.</summary>
[Network]
[Input(4, 5, 4)]
[Conv2D(8, 1, Name = "First"), ConvTranspose2D(12, 3, Dilation = 2, Padding = 2, Groups = 2), BatchNorm, ReLU, Conv2D(8, 1)]
[Concat("First", Axis = ConcatAxis.Height), ConvTranspose2D(16, 2, Stride = 2, Groups = 8), DepthwiseConv2D(3, Dilation = 2), BatchNorm, SiLU]
[GlobalAvgPool, Dense(5)]
[SmoothL1]
internal sealed partial class JoinedNet;
