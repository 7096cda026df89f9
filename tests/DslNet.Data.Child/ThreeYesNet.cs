namespace DslNet.Data.Child;

/// <summary>Tells two classes apart by one output, of three values.</summary>
[Network]
[Input(3), Dense(1), BinaryCrossEntropy]
public sealed partial class ThreeYesNet;
