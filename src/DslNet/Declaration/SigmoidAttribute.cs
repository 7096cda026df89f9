namespace DslNet;

/// <summary>1 / (1 + e⁻ˣ).</summary>
/// <example><code>[Dense(1), Sigmoid]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Sigmoid.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SigmoidAttribute : LayerAttribute;
