namespace DslNet;

/// <summary>
/// Instance normalization: (x − mean) / √(variance + <see cref="Epsilon"/>) over the positions of each channel of a signal or an image (Ulyanov et al., 2016,
/// arXiv:1607.08022).
/// </summary>
/// <example><code>[Conv2D(32, 3), InstanceNorm, ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/InstanceNorm.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance; 1e-5 unless said otherwise. It must be above zero.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>
    /// Whether a weight, which starts as one, and a bias, which starts as zero, are learned for each channel. False unless said otherwise, as in PyTorch.
    /// </summary>
    public bool Affine { get; set; }
}
