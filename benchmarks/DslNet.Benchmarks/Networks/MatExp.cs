namespace DslNet.Benchmarks.Networks;

/// <summary>The exponential of a 2×2 matrix.</summary>
[Network]
[Input(4)]
[Dense(32), Tanh, Dense(16), Tanh, Dense(4)]
[MeanSquaredError]
public sealed partial class MatExp;
