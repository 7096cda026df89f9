namespace DslNet;

/// <summary>max(0, x).</summary>
/// <example><code>[Dense(64), ReLU]</code></example>
public sealed class ReLUAttribute : LayerAttribute;
