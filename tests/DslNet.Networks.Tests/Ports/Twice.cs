namespace DslNet.Networks.Tests.Ports;

/// <summary>One layer under two names, with two losses of one of them.</summary>
[Network]
[Input(3, Name = "state"), Dense(2), Output("near"), Output("far")]
[MeanSquaredError(Of = "near"), Huber(Of = "near"), Huber(Of = "far", Delta = 0.25f, Weight = 2)]
internal sealed partial class Twice;
