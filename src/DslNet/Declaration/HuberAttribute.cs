namespace DslNet;

/// <summary>
/// The mean over batch and outputs of ½d² where |d| ≤ δ and δ·(|d| − ½δ) elsewhere, d = prediction − target, as PyTorch's
/// HuberLoss (Huber, 1964).
/// </summary>
/// <example><code>[Dense(1), Huber]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Huber.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HuberAttribute : LossAttribute
{
    /// <summary>Where the parabola becomes a line (δ); 1 unless said otherwise.</summary>
    public float Delta { get; set; } = 1;
}
