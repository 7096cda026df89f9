namespace DslNet;

/// <summary>ln(1 + eˣ), a smooth ReLU.</summary>
/// <example><code>[Dense(1), Softplus]</code></example>
public sealed class SoftplusAttribute : LayerAttribute;
