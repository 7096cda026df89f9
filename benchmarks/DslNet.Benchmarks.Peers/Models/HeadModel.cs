namespace DslNet.Benchmarks.Models;

/// <summary>An output, and its loss.</summary>
/// <param name="Layer">The layer that makes it; null for the last one.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Classifies">Softmax cross-entropy with labels if true, else the mean squared error.</param>
/// <param name="Weight">What the loss is multiplied by in the sum that is minimised.</param>
internal sealed record HeadModel(string? Layer, int[] Shape, bool Classifies, float Weight = 1)
{
    /// <summary>How many values a sample has.</summary>
    public int Length => Shape.Aggregate(1, (product, axis) => product * axis);
}
