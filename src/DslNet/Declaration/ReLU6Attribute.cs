namespace DslNet;

/// <summary>The lesser of 6 and max(0, x).</summary>
/// <example><code>[Dense(64), ReLU6]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/ReLU6.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class ReLU6Attribute : LayerAttribute;
