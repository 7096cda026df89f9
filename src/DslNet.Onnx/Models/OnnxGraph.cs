namespace DslNet.Onnx.Models;

/// <summary>The graph of a file.</summary>
/// <param name="Nodes">Uses of operators.</param>
/// <param name="Initializers">Tensors by name: weights, and defaults of inputs.</param>
/// <param name="Inputs">What goes in; in old files weights too.</param>
/// <param name="Outputs">What comes out.</param>
internal sealed record OnnxGraph(
    IReadOnlyList<OnnxNode> Nodes, IReadOnlyList<OnnxTensor> Initializers, IReadOnlyList<OnnxPort> Inputs, IReadOnlyList<OnnxPort> Outputs);
