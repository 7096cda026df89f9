namespace DslNet.SameBits;

/// <summary>Layers on images that look at some channels only, the normalizations, and a gate for each channel.</summary>
[Network]
[Input(2, 11, 9)]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, DepthwiseConv2D(3, Padding = 1), GroupNorm(4), HardSwish]
[Conv2D(16, 3, Groups = 2, Dilation = 2, Padding = 2), InstanceNorm(Affine = true), Mish(Name = "Image")]
[GlobalAvgPool, Dense(4), ReLU, Dense(16), Sigmoid, Multiply("Image"), MaxPool2D(2)]
[ConvTranspose2D(5, 3, Stride = 2), Upsample(2, Mode = UpsampleMode.Bilinear), AdaptiveAvgPool2D(3)]
[Flatten, RMSNorm, Dense(6)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1f, ClassWeights = [1f, 2f, 0.5f, 1f, 1.5f, 3f])]
internal sealed partial class SeparableNet;
