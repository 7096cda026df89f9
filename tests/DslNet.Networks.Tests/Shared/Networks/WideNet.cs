namespace DslNet.Networks.Tests;

/// <summary>A layer large enough for its gradients to be summed over all samples at once, beside one whose are summed in groups.</summary>
[Network]
[Input(150)]
[Dense(250), ReLU, Dense(11), Softmax]
[MeanSquaredError]
internal sealed partial class WideNet;
