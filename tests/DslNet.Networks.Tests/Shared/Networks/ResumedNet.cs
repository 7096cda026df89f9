namespace DslNet.Networks.Tests;

/// <summary>Statistics and dropout, which a training that goes on must go on with too.</summary>
[Network]
[Input(8), Dense(16), BatchNorm, ReLU, Dropout(0.25f)]
[Dense(3), SoftmaxCrossEntropy]
internal sealed partial class ResumedNet;
