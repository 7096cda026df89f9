namespace DslNet.Networks.Tests.Ports;

/// <summary>What <see cref="Heads"/> has for one output.</summary>
[Network]
[Input(6, Gradient = true), Dense(8), Tanh]
[Dense(3), SoftmaxCrossEntropy(ClassWeights = new float[] { 1, 2, 0.5f })]
internal sealed partial class PolicyHead;
