namespace DslNet.Benchmarks.Networks;

/// <summary>A curve fitted by two hidden layers.</summary>
[Network]
[Input(1)]
[Dense(32), Tanh, Dense(32), Tanh, Dense(1)]
[MeanSquaredError]
public sealed partial class Tiny;
