using DslNet;

namespace Amplifiers;

/// <summary>The two layers in the middle, of 15 taps. Frames are those of <see cref="A2Stack8"/>.</summary>
[Block]
[Slice(16, 1, Name = "Sound")]
[Slice(8, 8, From = "Input", Name = "Head")]
[Slice(0, 8, From = "Input", Name = "X0")]
[CausalConv1D(8, 15, From = "X0", Name = "Conv1")]
[Dense(8, Bias = false, From = "Sound", Name = "Mixin1"), Add("Conv1"), LeakyReLU(Name = "A1")]
[Dense(8, Name = "Out1"), Add("X0", Name = "X1")]
[CausalConv1D(8, 15, Dilation = 13, From = "X1", Name = "Conv2")]
[Dense(8, Bias = false, From = "Sound", Name = "Mixin2"), Add("Conv2"), LeakyReLU(Name = "A2")]
[Dense(8, Name = "Out2"), Add("X1", Name = "X2")]
[Add("A1", "A2", From = "Head", Name = "Sum")]
[Concat("Sum", "Sound", From = "X2")]
internal sealed partial class A2Pair8;
