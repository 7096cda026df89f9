namespace DslNet;

/// <summary>The largest value of each channel of a signal or an image: C×L or C×H×W becomes a vector of C values. Of a channel with a NaN, NaN is the largest.</summary>
/// <example><code>[GlobalMaxPool, Dense(10)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GlobalMaxPool.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
