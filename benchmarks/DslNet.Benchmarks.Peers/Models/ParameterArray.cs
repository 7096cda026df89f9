namespace DslNet.Benchmarks.Models;

/// <summary>One learned tensor.</summary>
/// <param name="Shape">Its shape as in PyTorch.</param>
/// <param name="Values">Its elements, the last axis fastest.</param>
internal sealed record ParameterArray(int[] Shape, float[] Values)
{
    /// <summary>The shape as PyTorch and ONNX take it.</summary>
    public long[] LongShape => [.. Shape.Select(axis => (long)axis)];
}
