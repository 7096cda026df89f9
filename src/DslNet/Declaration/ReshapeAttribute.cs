namespace DslNet;

/// <summary>
/// The same values under another shape, in PyTorch's order: channel by channel, and within a channel row by row. The number of values must be the same.
/// One length may be -1: it follows from the others.
/// </summary>
/// <example><code>[Dense(128), Reshape(8, 4, 4), Conv2D(16, 3)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Reshape.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class ReshapeAttribute : LayerAttribute
{
    /// <summary>A vector of <paramref name="features"/> values.</summary>
    public ReshapeAttribute(int features) => Shape = [features];

    /// <summary>A signal of <paramref name="channels"/> × <paramref name="length"/> values.</summary>
    public ReshapeAttribute(int channels, int length) => Shape = [channels, length];

    /// <summary>An image of <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> values.</summary>
    public ReshapeAttribute(int channels, int height, int width) => Shape = [channels, height, width];

    /// <summary>The shape: (features), (channels, length) or (channels, height, width).</summary>
    public IReadOnlyList<int> Shape { get; }
}
