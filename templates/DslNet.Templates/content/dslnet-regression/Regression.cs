using DslNet;

/// <summary>From one number to another.</summary>
[Network]
[Input(1)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(1)]
[MeanSquaredError]
internal sealed partial class Regression;
