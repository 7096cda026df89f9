namespace DslNet.Networks.Tests.Ports;

/// <summary>Two outputs with a loss each, one of them of labels whose classes have weights.</summary>
[Network]
[Input(6, Name = "state", Gradient = true), Dense(8), Tanh(Name = "Body")]
[Dense(3), Output("policy"), SoftmaxCrossEntropy(Of = "policy", ClassWeights = new float[] { 1, 2, 0.5f })]
[Dense(2, From = "Body"), Output(2, Name = "price"), MeanSquaredError(Of = "price", Weight = 0.5f)]
internal sealed partial class Heads;
