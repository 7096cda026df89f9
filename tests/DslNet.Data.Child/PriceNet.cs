namespace DslNet.Data.Child;

/// <summary>A regression with one input without a name: two numbers, a fuel of three, a month.</summary>
[Network]
[Input(8), Dense(16), Tanh, Dense(1), MeanSquaredError]
public sealed partial class PriceNet;
