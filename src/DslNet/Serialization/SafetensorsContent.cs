namespace DslNet;

/// <summary>What the header of a safetensors file says.</summary>
/// <param name="Tensors">The tensors in the order of the header.</param>
/// <param name="Seed">The seed of the network that was saved, where this library saved it.</param>
/// <param name="Metadata">All texts that stand beside the tensors.</param>
internal sealed record SafetensorsContent(IReadOnlyList<TensorEntry> Tensors, int? Seed, IReadOnlyDictionary<string, string> Metadata);
