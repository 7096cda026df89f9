namespace DslNet.Networks.Tests.Sequences;

/// <summary>Every layer that crosses time, and values that several of them read.</summary>
[Network]
[Sequence(2)]
[CausalConv1D(8, 3), Tanh(Name = "Stem")]
[CausalConv1D(8, 3, Dilation = 9), Tanh(Name = "Far")]
[Delay(4, From = "Stem")]
[Add("Far")]
[Context(11)]
[Dense(9), ReLU]
[CausalConv1D(3, 2)]
[MeanSquaredError]
public sealed partial class Amp;
