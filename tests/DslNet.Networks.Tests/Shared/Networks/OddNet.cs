namespace DslNet.Networks.Tests;

/// <summary>Vectors of which none fills its registers.</summary>
[Network]
[Input(7, Gradient = true)]
[Dense(33), ELU, Dense(17), GELU, Dense(3)]
[Huber]
internal sealed partial class OddNet;
