namespace DslNet.Audio.Writing;

/// <summary>A learned tensor of a layer.</summary>
/// <param name="Role">Its name behind the layer's.</param>
/// <param name="Shape">Its axes, PyTorch's.</param>
/// <param name="Values">Its values, the last axis fastest.</param>
internal sealed record NamTensor(string Role, IReadOnlyList<int> Shape, float[] Values)
{
    /// <summary>Whether another shape has the same values in the same order, but for axes of one at its end.</summary>
    public bool Fits(IReadOnlyList<int> other) => WithoutOnes(Shape).SequenceEqual(WithoutOnes(other));

    private static IEnumerable<int> WithoutOnes(IReadOnlyList<int> shape)
    {
        int axes = shape.Count;
        while (axes > 1 && shape[axes - 1] == 1)
            axes--;
        return shape.Take(axes);
    }
}
