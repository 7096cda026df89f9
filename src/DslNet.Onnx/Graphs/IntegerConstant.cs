namespace DslNet.Onnx.Graphs;

/// <summary>A constant of integers or truth values, as shapes are made of.</summary>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">Its elements.</param>
internal sealed record IntegerConstant(IReadOnlyList<long> Shape, Extent[] Values) : Constant(Shape)
{
    /// <summary>Its elements, if none depends on the samples of a call.</summary>
    public long[]? Numbers => Values.Any(value => value.PerSample) ? null : [.. Values.Select(value => value.Factor)];

    public override Constant Pick(IReadOnlyList<long> shape, int[] indices) => new IntegerConstant(shape, [.. indices.Select(index => Values[index])]);
}
