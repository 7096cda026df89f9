namespace DslNet;

/// <summary>max(0, x).</summary>
/// <example><code>[Dense(64), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/ReLU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class ReLUAttribute : LayerAttribute;
