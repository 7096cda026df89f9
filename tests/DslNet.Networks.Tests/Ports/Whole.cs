namespace DslNet.Networks.Tests.Ports;

/// <summary>The same of one input.</summary>
[Network]
[Input(7), Dense(5), Tanh, Dense(2), MeanAbsoluteError]
internal sealed partial class Whole;
