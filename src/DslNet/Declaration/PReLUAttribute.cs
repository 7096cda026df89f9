namespace DslNet;

/// <summary>x where x &gt; 0, else a learned slope times x: a slope for each channel, or for each feature of a vector (He et al., 2015, arXiv:1502.01852).</summary>
/// <example><code>[Dense(64), PReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/PReLU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>
    /// Whether all channels have one slope, as those of PyTorch's <c>PReLU()</c> have. False unless said otherwise: a slope for each, as
    /// <c>PReLU(num_parameters=channels)</c> has.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>The value every slope starts from; 0.25 unless said otherwise. Any finite number.</summary>
    public float InitialValue { get; set; } = 0.25f;
}
