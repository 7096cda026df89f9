namespace DslNet.Generators.Layers.Dense;

/// <summary>One vector of a dense tile.</summary>
/// <param name="Weight">Where its weights begin in the first row, from the tile's first panel.</param>
/// <param name="Width">The width of its panel: the distance of its rows.</param>
/// <param name="Output">Its first output, from the tile's first.</param>
internal readonly record struct DenseVector(int Weight, int Width, int Output);
