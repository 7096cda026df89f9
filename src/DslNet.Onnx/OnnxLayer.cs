namespace DslNet.Onnx;

/// <summary>A layer of an imported network.</summary>
/// <param name="Name">Its name in the network.</param>
/// <param name="Declaration">Its attribute.</param>
/// <param name="Output">The axes of one sample of what it computes.</param>
/// <param name="Parameters">How many values it has learned.</param>
/// <param name="MultiplyAdds">The multiply-adds for one sample.</param>
/// <param name="Origin">The name of its weight in the ONNX file; empty if it has none.</param>
public sealed record OnnxLayer(string Name, string Declaration, IReadOnlyList<int> Output, long Parameters, long MultiplyAdds, string Origin);
