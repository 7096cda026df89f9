namespace DslNet.Onnx.Writing;

/// <summary>A network as layers.</summary>
/// <param name="Inputs">What goes in.</param>
/// <param name="Layers">The layers in the order in which they compute.</param>
/// <param name="Outputs">What comes out.</param>
/// <param name="Methods">Methods of the class, which layers compute.</param>
/// <param name="IsSequence">Whether samples are frames of sequences.</param>
internal sealed record LayerNetwork(IReadOnlyList<Port> Inputs, IReadOnlyList<Layer> Layers, IReadOnlyList<Port> Outputs, IReadOnlyList<Method> Methods, bool IsSequence = false);
