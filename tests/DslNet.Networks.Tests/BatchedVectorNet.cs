namespace DslNet.Networks.Tests;

/// <summary>Batch normalization of a vector: one value of each channel in a sample.</summary>
[Network]
[Input(5), Dense(11), BatchNorm, ReLU, Dense(3), SoftmaxCrossEntropy]
internal sealed partial class BatchedVectorNet;
