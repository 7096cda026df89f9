namespace DslNet;

/// <summary>
/// Root mean square normalization: x / √(mean of x² + <see cref="Epsilon"/>), times a learned weight (Zhang and Sennrich, 2019, arXiv:1910.07467). The mean is
/// that over all values of a sample, as of PyTorch's <c>RMSNorm</c> with the shape of a sample; or over the channels at each position, with
/// <see cref="PerPosition"/>.
/// </summary>
/// <example><code>[Dense(64), RMSNorm, SiLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/RMSNorm.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class RMSNormAttribute : LayerAttribute
{
    /// <summary>What is added to the mean of the squares; unless said otherwise 2⁻²³, as in PyTorch. It must be above zero.</summary>
    public float Epsilon { get; set; } = 1.1920929e-7f;

    /// <summary>Whether a weight, which starts as one, is learned. True unless said otherwise.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>
    /// Whether each position of a signal or an image is normalized by itself, over its channels, with a weight for each channel. False unless said otherwise: all
    /// values of a sample are normalized together, with a weight for each value. A vector is one position.
    /// </summary>
    public bool PerPosition { get; set; }
}
