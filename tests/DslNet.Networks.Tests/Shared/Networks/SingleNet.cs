namespace DslNet.Networks.Tests;

/// <summary>One number in, one number within, one number out.</summary>
[Network]
[Input(1, Gradient = true)]
[Dense(1), Softplus, Dense(1)]
[BinaryCrossEntropy]
internal sealed partial class SingleNet;
