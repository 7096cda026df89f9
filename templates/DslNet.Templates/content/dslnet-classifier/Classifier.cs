using DslNet;

/// <summary>From a point of the plane to a number for each class; the larger one wins.</summary>
[Network]
[Input(2)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(2)]
[SoftmaxCrossEntropy]
internal sealed partial class Classifier;
