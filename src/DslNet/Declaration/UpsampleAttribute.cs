namespace DslNet;

/// <summary>A signal or an image several times as long on each axis, as PyTorch's Upsample with a whole <c>scale_factor</c>.</summary>
/// <example><code>[Upsample(2, Mode = UpsampleMode.Bilinear)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Upsample.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>The same on every axis.</summary>
    /// <param name="scale">How many times as long a signal becomes, or as high and as wide an image.</param>
    public UpsampleAttribute(int scale) : this(scale, scale) { }

    /// <summary>Of an image, another for its height than for its width.</summary>
    /// <param name="scaleHeight">How many times as high it becomes.</param>
    /// <param name="scaleWidth">How many times as wide it becomes.</param>
    public UpsampleAttribute(int scaleHeight, int scaleWidth) => (ScaleHeight, ScaleWidth) = (scaleHeight, scaleWidth);

    /// <summary>How many times as high an image becomes.</summary>
    public int ScaleHeight { get; }

    /// <summary>How many times as wide an image becomes, or as long a signal.</summary>
    public int ScaleWidth { get; }

    /// <summary>What is between the values; each value several times unless said otherwise.</summary>
    public UpsampleMode Mode { get; set; }
}
