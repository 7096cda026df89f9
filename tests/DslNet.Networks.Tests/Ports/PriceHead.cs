namespace DslNet.Networks.Tests.Ports;

/// <summary>What <see cref="Heads"/> has for the other output.</summary>
[Network]
[Input(6, Gradient = true), Dense(8), Tanh]
[Dense(2, Name = "Dense3"), MeanSquaredError(Weight = 0.5f)]
internal sealed partial class PriceHead;
