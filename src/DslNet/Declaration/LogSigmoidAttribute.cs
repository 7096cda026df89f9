namespace DslNet;

/// <summary>ln(1/(1 + e⁻ˣ)).</summary>
/// <example><code>[Dense(64), LogSigmoid]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LogSigmoid.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class LogSigmoidAttribute : LayerAttribute;
