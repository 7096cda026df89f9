namespace DslNet;

/// <summary>x where x &gt; 0, else <see cref="Alpha"/>·(eˣ − 1) (Clevert et al., 2015, arXiv:1511.07289).</summary>
/// <example><code>[Dense(64), ELU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/ELU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>What it approaches, negated, far left of zero; 1 unless said otherwise. It must be zero or more.</summary>
    public float Alpha { get; set; } = 1;
}
