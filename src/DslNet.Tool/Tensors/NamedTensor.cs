namespace DslNet.Tool.Tensors;

/// <summary>A tensor of a file of weights, as float32.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">Its elements, the last axis fastest.</param>
internal sealed record NamedTensor(string Name, int[] Shape, float[] Values);
