namespace DslNet.Networks.Tests.Ports;

/// <summary>An image and ten numbers, and of both together what to do and how good that is.</summary>
[Network]
[Input(1, 8, 8, Name = "image"), Conv2D(4, 3), ReLU, MaxPool2D(2), Flatten, Dense(16), ReLU(Name = "Seen")]
[Input(10, Name = "numbers"), Dense(16), ReLU, Concat("Seen"), Dense(24), Tanh(Name = "Both")]
[Dense(4), Output("policy"), SoftmaxCrossEntropy(Of = "policy")]
[Dense(1, From = "Both"), Output("value"), MeanSquaredError(Of = "value", Weight = 0.5f)]
internal sealed partial class TwoTowers;
