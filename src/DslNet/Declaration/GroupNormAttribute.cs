namespace DslNet;

/// <summary>
/// Group normalization: (x − mean) / √(variance + <see cref="Epsilon"/>) over each of some groups of channels at all positions, times a learned weight
/// and plus a learned bias for each channel (Wu and He, 2018, arXiv:1803.08494).
/// </summary>
/// <example><code>[Conv2D(32, 3), GroupNorm(8), ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/GroupNorm.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="groups">The number of groups, which must divide the channels; a group is channels that are neighbours.</param>
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>What is added to the variance; 1e-5 unless said otherwise. It must be above zero.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>Whether a weight, which starts as one, and a bias, which starts as zero, are learned for each channel. True unless said otherwise.</summary>
    public bool Affine { get; set; } = true;
}
