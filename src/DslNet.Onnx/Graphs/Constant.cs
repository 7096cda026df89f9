namespace DslNet.Onnx.Graphs;

/// <summary>A tensor whose values are known before any sample is: a weight, or what shapes are computed with.</summary>
/// <param name="Shape">Its axes.</param>
internal abstract record Constant(IReadOnlyList<long> Shape)
{
    /// <summary>The number of elements.</summary>
    public int Length => (int)Shape.Aggregate(1L, (product, axis) => product * axis);

    /// <summary>A constant of other elements in another order, or of some of them.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="indices">Where each of its elements is in this one.</param>
    public abstract Constant Pick(IReadOnlyList<long> shape, int[] indices);

    /// <summary>The same elements in another shape.</summary>
    public Constant Reshaped(IReadOnlyList<long> shape) => this with { Shape = shape };
}
