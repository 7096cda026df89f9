namespace DslNet;

/// <summary>ln(1 + eˣ), a smooth ReLU.</summary>
/// <example><code>[Dense(1), Softplus]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Softplus.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftplusAttribute : LayerAttribute;
