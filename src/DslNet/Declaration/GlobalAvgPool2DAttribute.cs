namespace DslNet;

/// <summary>The mean of each channel over the whole image: C×H×W becomes a vector of C values.</summary>
/// <example><code>[GlobalAvgPool2D, Dense(10)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GlobalAvgPool2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class GlobalAvgPool2DAttribute : LayerAttribute;
