namespace DslNet.Networks.Tests;

/// <summary>
/// A layer of so many weights that its input gradient turns samples round instead: the last tile of inputs reaches back, the last panel is not full, and
/// places of inputs that do not exist must become zero.
/// </summary>
[Network]
[Input(5)]
[Dense(371), ReLU, Dense(355), MeanSquaredError]
internal sealed partial class TurnedNet;
