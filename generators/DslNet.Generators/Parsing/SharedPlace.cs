namespace DslNet.Generators.Parsing;

/// <summary>A layer's place in a block whose uses share their weights: what stands in the same place has the same weights.</summary>
/// <param name="Block">The block's class.</param>
/// <param name="Index">The layer's number among those of a use.</param>
internal readonly record struct SharedPlace(string Block, int Index);
