namespace DslNet;

/// <summary>
/// The hyperbolic tangent. Its gradient is computed from its output y, as 1 − y², with an absolute error of 2.2·10⁻⁷ at most; it is 0 from |x| = 8.491 on.
/// </summary>
/// <example><code>[Dense(32), Tanh]</code></example>
public sealed class TanhAttribute : LayerAttribute;
