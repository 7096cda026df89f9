namespace DslNet.Onnx.Writing;

/// <summary>A tensor of a layer, as PyTorch orders it.</summary>
/// <param name="Suffix">Its name in the layer: weight, bias, running_mean …</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">Its elements.</param>
internal sealed record LayerParameter(string Suffix, IReadOnlyList<int> Shape, float[] Values);
