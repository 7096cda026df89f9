using DslNet;

namespace Amplifiers;

/// <summary>
/// Seven layers of dilated convolutions over 3 channels. A frame is the 3 channels that the next layer reads, the sum of activations that the head reads, and the
/// input, which each layer is told.
/// </summary>
[Block]
[Slice(6, 1, Name = "Sound")]
[Slice(3, 3, From = "Input", Name = "Head")]
[Slice(0, 3, From = "Input", Name = "X0")]
[CausalConv1D(3, 6, From = "X0", Name = "Conv1")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin1"), Add("Conv1"), LeakyReLU(Name = "A1")]
[Dense(3, Name = "Out1"), Add("X0", Name = "X1")]
[CausalConv1D(3, 6, Dilation = 3, From = "X1", Name = "Conv2")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin2"), Add("Conv2"), LeakyReLU(Name = "A2")]
[Dense(3, Name = "Out2"), Add("X1", Name = "X2")]
[CausalConv1D(3, 6, Dilation = 7, From = "X2", Name = "Conv3")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin3"), Add("Conv3"), LeakyReLU(Name = "A3")]
[Dense(3, Name = "Out3"), Add("X2", Name = "X3")]
[CausalConv1D(3, 6, Dilation = 17, From = "X3", Name = "Conv4")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin4"), Add("Conv4"), LeakyReLU(Name = "A4")]
[Dense(3, Name = "Out4"), Add("X3", Name = "X4")]
[CausalConv1D(3, 6, Dilation = 41, From = "X4", Name = "Conv5")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin5"), Add("Conv5"), LeakyReLU(Name = "A5")]
[Dense(3, Name = "Out5"), Add("X4", Name = "X5")]
[CausalConv1D(3, 6, Dilation = 101, From = "X5", Name = "Conv6")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin6"), Add("Conv6"), LeakyReLU(Name = "A6")]
[Dense(3, Name = "Out6"), Add("X5", Name = "X6")]
[CausalConv1D(3, 6, Dilation = 239, From = "X6", Name = "Conv7")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin7"), Add("Conv7"), LeakyReLU(Name = "A7")]
[Dense(3, Name = "Out7"), Add("X6", Name = "X7")]
[Add("A1", "A2", "A3", "A4", "A5", "A6", "A7", From = "Head", Name = "Sum")]
[Concat("Sum", "Sound", From = "X7")]
internal sealed partial class A2Stack3;
