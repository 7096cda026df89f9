namespace DslNet.Networks.Tests.Frozen;

/// <summary>A body that was learned elsewhere, and a head that learns.</summary>
[Network]
[Input(6, Gradient = true)]
[Dense(24, Frozen = true), Tanh, LayerNorm(Frozen = true), Dense(16, Frozen = true), PReLU(Frozen = true)]
[Dense(3), MeanSquaredError]
internal sealed partial class FrozenBody;
