namespace DslNet;

/// <summary>A signal or an image as a vector: C×L becomes C·L values, channel by channel, and C×H×W C·H·W values, channel by channel and row by row, as PyTorch's Flatten. It costs nothing.</summary>
/// <example><code>[Flatten, Dense(10)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Flatten.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class FlattenAttribute : LayerAttribute;
