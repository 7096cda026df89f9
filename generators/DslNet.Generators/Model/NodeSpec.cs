namespace DslNet.Generators.Model;

/// <summary>A layer at its place in the graph.</summary>
/// <param name="Name">The layer's name, given or numbered, as an identifier: of a layer in a block with the names of the uses before it.</param>
/// <param name="Layer">What it computes.</param>
/// <param name="Inputs">The values it reads: inputs first, then one value a node, numbered from zero.</param>
/// <param name="Output">The shape it produces.</param>
internal sealed record NodeSpec(string Name, LayerSpec Layer, EquatableArray<int> Inputs, Shape Output)
{
    /// <summary>The name for readers and files: with dots between the names of uses and layers.</summary>
    public string Path { get; init; } = Name;

    /// <summary>The name of the first of the layers that have the same weights, which may be this one; null if its weights are its own.</summary>
    public string? WeightsOf { get; init; }

    /// <summary>Whether its weights are those of a layer before it.</summary>
    public bool HasWeightsOfAnother => WeightsOf is not null && WeightsOf != Name;

    /// <summary>Of a network of sequences, whether its output belongs to a sequence, and to no frame.</summary>
    public bool IsOfSequence { get; init; }

    /// <summary>Whether its parameters have no gradient.</summary>
    public bool IsFrozen { get; init; }
}
