namespace DslNet;

/// <summary>Where data enters or leaves a network.</summary>
/// <param name="Name">The port's name.</param>
/// <param name="Shape">The shape of one sample.</param>
public sealed record PortDescription(string Name, TensorShape Shape);
