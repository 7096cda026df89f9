namespace DslNet;

/// <summary>(x + 3)/6, but at least 0 and at most 1.</summary>
/// <example><code>[Dense(64), HardSigmoid]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/HardSigmoid.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HardSigmoidAttribute : LayerAttribute;
