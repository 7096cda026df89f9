namespace DslNet;

/// <summary>x·Φ(x), Φ the normal distribution's cumulative function, exact and not its tanh approximation (Hendrycks and Gimpel, 2016, arXiv:1606.08415).</summary>
/// <example><code>[Dense(64), GELU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GELU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class GELUAttribute : LayerAttribute;
