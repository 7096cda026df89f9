namespace DslNet.Data.Child;

/// <summary>Tells two classes apart by the sign of one output.</summary>
[Network]
[Input(1), Dense(1), Hinge]
public sealed partial class SignNet;
