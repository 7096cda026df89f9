namespace DslNet.Generators.Model;

/// <summary>A layer at its place in the graph.</summary>
/// <param name="Name">The layer's name, given or numbered.</param>
/// <param name="Layer">What it computes.</param>
/// <param name="Inputs">The values it reads: inputs first, then one value a node, numbered from zero.</param>
/// <param name="Output">The shape it produces.</param>
internal sealed record NodeSpec(string Name, LayerSpec Layer, EquatableArray<int> Inputs, Shape Output)
{
    /// <summary>Whether its parameters have no gradient.</summary>
    public bool IsFrozen { get; init; }
}
