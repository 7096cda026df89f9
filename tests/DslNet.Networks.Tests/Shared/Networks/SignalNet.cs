namespace DslNet.Networks.Tests;

/// <summary>Convolutions of a signal as the caller passes it, with strides and borders, and channels that fill no vector.</summary>
[Network]
[Input(3, 37)]
[Conv1D(6, 5), LeakyReLU]
[Conv1D(17, 4, Stride = 2, Padding = 1), LayerNorm(PerPosition = true), ReLU]
[Conv1D(9, 3, Padding = Padding.Same), Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SignalNet;
