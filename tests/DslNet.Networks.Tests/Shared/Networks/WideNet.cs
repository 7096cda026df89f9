namespace DslNet.Networks.Tests;

/// <summary>A layer with many more parameters than the caches nearest to a core hold, and outputs that fill no panel.</summary>
[Network]
[Input(150)]
[Dense(600), ReLU, Dense(11), Softmax]
[MeanSquaredError]
internal sealed partial class WideNet;
