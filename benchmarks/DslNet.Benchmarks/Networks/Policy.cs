namespace DslNet.Benchmarks.Networks;

/// <summary>A controller of the size that reinforcement learning uses.</summary>
[Network]
[Input(4)]
[Dense(32), Tanh, Dense(32), Tanh, Dense(2)]
[MeanSquaredError]
public sealed partial class Policy;
