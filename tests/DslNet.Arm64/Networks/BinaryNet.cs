namespace DslNet.SameBits;

/// <summary>One probability, as a logit.</summary>
[Network]
[Input(7)]
[Dense(9), LeakyReLU, Dense(1)]
[BinaryCrossEntropy]
internal sealed partial class BinaryNet;
