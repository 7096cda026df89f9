namespace DslNet.Networks.Tests;

/// <summary>Layers over time that compute blocks with the frames in the lanes of vectors: each kind of them, channels that fill no tile, and taps that reach over several blocks.</summary>
[Network]
[Sequence(3)]
[CausalConv1D(5, 3), Tanh(Name = "Stem")]
[Dense(5, Bias = false, From = "Input"), Add("Stem"), LeakyReLU(Name = "Mixed")]
[Delay(4, From = "Stem"), Add("Mixed")]
[Slice(1, 3, Name = "Part"), CausalConv1D(11, 2, Dilation = 70), SiLU]
[Concat("Part"), Dense(2)]
[MeanSquaredError]
internal sealed partial class LaneNet;
