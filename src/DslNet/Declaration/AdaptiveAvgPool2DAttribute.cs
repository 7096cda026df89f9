namespace DslNet;

/// <summary>
/// The means of as many windows as are wanted, which divide an image evenly, as PyTorch's AdaptiveAvgPool2d: row i is the mean of the rows from
/// ⌊i·height / outputs⌋ to ⌈(i + 1)·height / outputs⌉, and so the columns.
/// </summary>
/// <example><code>[AdaptiveAvgPool2D(7)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/AdaptiveAvgPool2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class AdaptiveAvgPool2DAttribute : LayerAttribute
{
    /// <summary>A square output.</summary>
    /// <param name="size">The height and width of the output.</param>
    public AdaptiveAvgPool2DAttribute(int size) : this(size, size) { }

    /// <summary>A rectangular output.</summary>
    /// <param name="height">The height of the output.</param>
    /// <param name="width">The width of the output.</param>
    public AdaptiveAvgPool2DAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>The height of the output.</summary>
    public int Height { get; }

    /// <summary>The width of the output.</summary>
    public int Width { get; }
}
