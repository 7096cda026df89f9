namespace DslNet.Onnx.Tests.Tool;

/// <summary>A network of an assembly that the command loads.</summary>
[Network]
[Input(4)]
[Dense(3), Tanh]
public sealed partial class CheckedNetwork;
