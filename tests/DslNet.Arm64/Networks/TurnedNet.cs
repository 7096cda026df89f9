namespace DslNet.SameBits;

/// <summary>A layer of so many weights that its input gradient turns samples round instead of the weights.</summary>
[Network]
[Input(2)]
[Dense(365), ReLU, Dense(360)]
[MeanSquaredError]
internal sealed partial class TurnedNet;
