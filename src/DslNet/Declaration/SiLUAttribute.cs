namespace DslNet;

/// <summary>x·sigmoid(x), also called swish (Elfwing et al., 2017, arXiv:1702.03118).</summary>
/// <example><code>[Dense(64), SiLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/SiLU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SiLUAttribute : LayerAttribute;
