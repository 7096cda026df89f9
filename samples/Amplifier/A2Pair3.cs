using DslNet;

namespace Amplifiers;

/// <summary>The two layers in the middle, of 15 taps. Frames are those of <see cref="A2Stack3"/>.</summary>
[Block]
[Slice(6, 1, Name = "Sound")]
[Slice(3, 3, From = "Input", Name = "Head")]
[Slice(0, 3, From = "Input", Name = "X0")]
[CausalConv1D(3, 15, From = "X0", Name = "Conv1")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin1"), Add("Conv1"), LeakyReLU(Name = "A1")]
[Dense(3, Name = "Out1"), Add("X0", Name = "X1")]
[CausalConv1D(3, 15, Dilation = 13, From = "X1", Name = "Conv2")]
[Dense(3, Bias = false, From = "Sound", Name = "Mixin2"), Add("Conv2"), LeakyReLU(Name = "A2")]
[Dense(3, Name = "Out2"), Add("X1", Name = "X2")]
[Add("A1", "A2", From = "Head", Name = "Sum")]
[Concat("Sum", "Sound", From = "X2")]
internal sealed partial class A2Pair3;
