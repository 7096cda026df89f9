namespace DslNet;

/// <summary>1.0507·x where x &gt; 0, else 1.7581·(eˣ − 1) (Klambauer et al., 2017, arXiv:1706.02515).</summary>
/// <example><code>[Dense(64), SELU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/SELU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SELUAttribute : LayerAttribute;
