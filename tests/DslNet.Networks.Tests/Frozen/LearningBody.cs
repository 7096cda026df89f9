namespace DslNet.Networks.Tests.Frozen;

/// <summary>The same, all of which learns.</summary>
[Network]
[Input(6, Gradient = true)]
[Dense(24), Tanh, LayerNorm, Dense(16), PReLU]
[Dense(3), MeanSquaredError]
internal sealed partial class LearningBody;
