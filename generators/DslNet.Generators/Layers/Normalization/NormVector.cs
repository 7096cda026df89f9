namespace DslNet.Generators.Layers.Normalization;

/// <summary>A vector of channels of a row that is normalized.</summary>
/// <param name="Offset">Its offset within the row.</param>
/// <param name="Parameter">The offset of its weights and biases.</param>
/// <param name="Sum">Which of the sums of groups of eight it belongs to.</param>
/// <param name="Part">Which part of its group it is.</param>
/// <param name="Mask">The lanes that exist; null if all do.</param>
internal readonly record struct NormVector(string Offset, string Parameter, int Sum, int Part, string? Mask);
