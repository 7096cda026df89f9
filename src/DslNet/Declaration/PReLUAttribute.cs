namespace DslNet;

/// <summary>x where x &gt; 0, else a learned slope times x: one slope, or one per channel (He et al., 2015, arXiv:1502.01852).</summary>
/// <example><code>[Dense(64), PReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/PReLU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>
    /// Whether each channel of a signal or an image, or each feature of a vector, has a slope of its own. False unless said otherwise, as in PyTorch: one
    /// slope for all.
    /// </summary>
    public bool PerChannel { get; set; }

    /// <summary>The value every slope starts from; 0.25 unless said otherwise. Any finite number.</summary>
    public float InitialValue { get; set; } = 0.25f;
}
