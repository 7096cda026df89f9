namespace DslNet.Networks.Tests.Sequences;

/// <summary>A value for each frame, which a dataset trains.</summary>
[Network]
[Sequence(1), LSTM(6), Dense(2), BinaryCrossEntropy]
internal sealed partial class Trend;
