namespace DslNet.Data.Child;

/// <summary>Tells three classes apart.</summary>
[Network]
[Input(2), Dense(8), Tanh, Dense(3), SoftmaxCrossEntropy]
public sealed partial class SpeciesNet;
