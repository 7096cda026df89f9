namespace DslNet.Networks.Tests.Ports;

/// <summary>A dense layer of seven values that come as two inputs.</summary>
[Network]
[Input(4, Name = "left"), Input(3, Name = "right")]
[Dense(5, Name = "OfLeft", From = "left"), Dense(5, Name = "OfRight", From = "right", Bias = false), Add("OfLeft"), Tanh]
[Dense(2), MeanAbsoluteError]
internal sealed partial class Divided;
