namespace DslNet.Networks.Tests;

/// <summary>Every layer that crosses time; frames that fill no vector, and taps that reach over several blocks.</summary>
[Network]
[Sequence(3)]
[CausalConv1D(9, 3), Tanh(Name = "Stem")]
[CausalConv1D(9, 2, Dilation = 70), SiLU(Name = "Far")]
[Delay(4, From = "Stem"), Add("Far")]
[Context(20), Dense(10), ReLU]
[Positions(2000), CausalAttention(2, 70), CausalAttention(1, 9, Rotary = true, Bias = false), Dense(5)]
[CausalConv1D(3, 4)]
[MeanSquaredError]
internal sealed partial class FrameNet;
