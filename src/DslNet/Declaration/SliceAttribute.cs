namespace DslNet;

/// <summary>Some neighbouring channels of an image or a signal, or some neighbouring values of a vector.</summary>
/// <example><code>[Dense(64, Name = "A"), Slice(0, 32), Sigmoid(Name = "Gate"), Slice(32, 32, From = "A"), Multiply("Gate")]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Slice.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="start">The first channel or value, counted from 0.</param>
/// <param name="length">How many.</param>
public sealed class SliceAttribute(int start, int length) : LayerAttribute
{
    /// <summary>The first channel or value, counted from 0.</summary>
    public int Start { get; } = start;

    /// <summary>How many channels or values.</summary>
    public int Length { get; } = length;
}
