namespace DslNet.Networks.Tests;

/// <summary>Nothing but a batch normalization of one value, so that its statistics can be counted on one's fingers.</summary>
[Network]
[Input(1), BatchNorm(Momentum = 0.25f), MeanSquaredError]
internal sealed partial class Statistics;
