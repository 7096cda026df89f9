namespace DslNet;

/// <summary>x where x &gt; 0, else <see cref="Alpha"/>·(e^(x/α) − 1) (Barron, 2017, arXiv:1704.07483).</summary>
/// <example><code>[Dense(64), CELU(Alpha = 0.5f)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/CELU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class CELUAttribute : LayerAttribute
{
    /// <summary>What it approaches, negated, far left of zero; 1 unless said otherwise. It must be above zero.</summary>
    public float Alpha { get; set; } = 1;
}
