namespace DslNet;

/// <summary>x·sigmoid(x), also called swish (Elfwing et al., 2017, arXiv:1702.03118).</summary>
/// <example><code>[Dense(64), SiLU]</code></example>
public sealed class SiLUAttribute : LayerAttribute;
