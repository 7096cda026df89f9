namespace DslNet;

/// <summary>
/// Batch normalization: (x − mean) / √(variance + <see cref="Epsilon"/>) of each channel over all positions of all samples of a training step, times a
/// learned weight and plus a learned bias for each channel (Ioffe and Szegedy, 2015, arXiv:1502.03167). Predictions use running statistics, which
/// training steps move.
/// </summary>
/// <example><code>[Conv2D(32, 3, Bias = false), BatchNorm, ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/BatchNorm.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>
    /// The share that a training step has in the running statistics, from 0 to 1; 0.1 unless said otherwise, as in PyTorch. Keras counts the other share:
    /// its 0.99 is 0.01 here.
    /// </summary>
    public float Momentum { get; set; } = 0.1f;

    /// <summary>What is added to the variance; 1e-5 unless said otherwise. It must be above zero.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}
