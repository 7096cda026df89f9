namespace DslNet.Onnx.Graphs;

/// <summary>A constant of float32.</summary>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">Its elements.</param>
internal sealed record FloatConstant(IReadOnlyList<long> Shape, float[] Values) : Constant(Shape)
{
    public override Constant Pick(IReadOnlyList<long> shape, int[] indices) => new FloatConstant(shape, [.. indices.Select(index => Values[index])]);
}
