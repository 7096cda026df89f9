namespace DslNet;

/// <summary>1 / (1 + e⁻ˣ).</summary>
/// <example><code>[Dense(1), Sigmoid]</code></example>
public sealed class SigmoidAttribute : LayerAttribute;
