namespace DslNet.Onnx;

/// <summary>An input or an output of an imported network.</summary>
/// <param name="Name">Its name in the ONNX file.</param>
/// <param name="Shape">The axes of one sample.</param>
public sealed record OnnxPortDescription(string Name, IReadOnlyList<int> Shape);
