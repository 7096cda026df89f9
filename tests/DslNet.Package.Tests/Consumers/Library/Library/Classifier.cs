using DslNet;

namespace Library;

/// <summary>A network for others.</summary>
[Network]
[Input(4), Dense(16), ReLU, Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class Classifier;
