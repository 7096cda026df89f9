namespace DslNet;

/// <summary>
/// The hyperbolic tangent. Its gradient is computed from its output y, as 1 − y², with an absolute error of 2.2·10⁻⁷ at most; it is 0 from |x| = 8.491 on.
/// </summary>
/// <example><code>[Dense(32), Tanh]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Tanh.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class TanhAttribute : LayerAttribute;
