namespace DslNet.Onnx.Writing;

/// <summary>An input or an output of the network that is written.</summary>
/// <param name="Name">Its name in the ONNX file.</param>
/// <param name="Value">The value.</param>
/// <param name="Sample">The axes of one sample.</param>
internal sealed record Port(string Name, string Value, IReadOnlyList<int> Sample);
