namespace DslNet.Populations.Tests;

/// <summary>The policy of a pole that is balanced.</summary>
[Network, Population]
[Input(4), Dense(16), Tanh, Dense(2), MeanSquaredError]
internal sealed partial class Policy;

/// <summary>A network of the size that controls robots.</summary>
[Network, Population]
[Input(12), Dense(64), Tanh, Dense(64), Tanh, Dense(1)]
internal sealed partial class Controller;

/// <summary>One with outputs and inputs that are no whole tiles, and with a layer that learns nothing.</summary>
[Network, Population]
[Input(11), Dense(9, Frozen = true), ReLU, Dense(19), MeanSquaredError]
internal sealed partial class Odd;

/// <summary>As many parameters as a point of a space has axes.</summary>
[Network, Population]
[Input(1), Dense(10, Bias = false), MeanSquaredError]
internal sealed partial class Point;
