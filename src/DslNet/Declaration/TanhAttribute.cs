namespace DslNet;

/// <summary>The hyperbolic tangent.</summary>
/// <example><code>[Dense(32), Tanh]</code></example>
public sealed class TanhAttribute : LayerAttribute;
