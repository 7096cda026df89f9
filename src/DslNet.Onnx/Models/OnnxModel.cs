namespace DslNet.Onnx.Models;

/// <summary>What a file says, as it says it.</summary>
/// <param name="Producer">The program that wrote it, and its version.</param>
/// <param name="Opset">The version of ONNX's own operators.</param>
/// <param name="Graph">The graph.</param>
internal sealed record OnnxModel(string Producer, long Opset, OnnxGraph Graph);
