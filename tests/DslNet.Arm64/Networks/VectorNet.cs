namespace DslNet.SameBits;

/// <summary>Dense layers with odd ends, dropout, and class labels.</summary>
[Network]
[Input(19)]
[Dense(33), ReLU, Dense(24), Tanh, Dropout(0.25), Dense(17), Sigmoid, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class VectorNet;
