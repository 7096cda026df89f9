namespace DslNet.Data.Child;

/// <summary>Tells two classes apart by one output.</summary>
[Network]
[Input(1), Dense(4), Tanh, Dense(1), BinaryCrossEntropy]
public sealed partial class YesNet;
