namespace DslNet.Networks.Tests;

/// <summary>All that makes one value of the frames of a sequence, both directions of a recurrent layer, and layers behind it that fill no vector.</summary>
[Network]
[Sequence(3)]
[GRU(9), LSTM(5, Bidirectional = true), CausalConv1D(11, 3), Tanh(Name = "Frames")]
[LastFrame, MaxOverTime(From = "Frames"), MeanOverTime(From = "Frames")]
[Concat("LastFrame1", "MaxOverTime1"), Dense(21), ReLU, Dense(5)]
[MeanSquaredError]
internal sealed partial class SpokenNet;
