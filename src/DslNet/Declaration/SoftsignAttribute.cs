namespace DslNet;

/// <summary>x/(1 + |x|).</summary>
/// <example><code>[Dense(64), Softsign]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Softsign.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftsignAttribute : LayerAttribute;
