namespace DslNet;

/// <summary>The hyperbolic tangent.</summary>
/// <example><code>[Dense(32), Tanh]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Tanh.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class TanhAttribute : LayerAttribute;
