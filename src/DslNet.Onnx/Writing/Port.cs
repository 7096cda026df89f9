namespace DslNet.Onnx.Writing;

/// <summary>An input or an output of the network that is written.</summary>
/// <param name="Name">Its name in the ONNX file.</param>
/// <param name="Value">The value.</param>
/// <param name="Sample">The axes of one sample.</param>
/// <param name="Vocabulary">Of tokens, how many different ones there are; else 0.</param>
internal sealed record Port(string Name, string Value, IReadOnlyList<int> Sample, int Vocabulary = 0);
