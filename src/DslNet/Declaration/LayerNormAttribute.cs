namespace DslNet;

/// <summary>
/// Layer normalization: (x − mean) / √(variance + <see cref="Epsilon"/>), times a learned weight, plus a learned bias (Ba et al., 2016, arXiv:1607.06450).
/// The mean and the variance are those of all values of a sample, as of PyTorch's <c>LayerNorm</c> with the shape of a sample; or of the channels at each
/// position, with <see cref="PerPosition"/>.
/// </summary>
/// <example><code>[Dense(64), LayerNorm, ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LayerNorm.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance; 1e-5 unless said otherwise. It must be above zero.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>Whether a weight, which starts as one, and a bias, which starts as zero, are learned. True unless said otherwise.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether there is a bias beside the weight. True unless said otherwise; without <see cref="Affine"/> there is none anyway.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether each position of a signal or an image is normalized by itself, over its channels, with a weight for each channel. False unless said otherwise: all
    /// values of a sample are normalized together, with a weight for each value. A vector is one position.
    /// </summary>
    public bool PerPosition { get; set; }
}
