namespace DslNet.Networks.Tests;

/// <summary>
/// Layers whose parameters kernels can update while they sum: with tiles of nine inputs and a rest of eight, of eleven, of sixteen, and of ten in
/// chunks; and between them layers that are left for the end.
/// </summary>
[Network]
[Input(17)]
[Dense(128), ReLU, Dense(33), Dense(80), Tanh, Dropout(0.25), Dense(200), ReLU, Dense(32), Dense(3)]
[MeanSquaredError]
internal sealed partial class UpdatedNet;
