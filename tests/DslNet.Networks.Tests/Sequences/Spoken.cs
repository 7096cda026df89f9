namespace DslNet.Networks.Tests.Sequences;

/// <summary>A classifier of sequences: which of three frequencies a wave has.</summary>
[Network]
[Sequence(1), GRU(12), LastFrame, Dense(3), SoftmaxCrossEntropy]
internal sealed partial class Spoken;
