namespace DslNet;

/// <summary>The mean of each channel of a signal or an image: C×L or C×H×W becomes a vector of C values.</summary>
/// <example><code>[GlobalAvgPool, Dense(10)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GlobalAvgPool.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;
