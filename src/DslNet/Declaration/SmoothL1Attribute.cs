namespace DslNet;

/// <summary>
/// The mean over batch and outputs of ½d²/β where |d| &lt; β and |d| − ½β elsewhere, d = prediction − target, as PyTorch's SmoothL1Loss
/// (Girshick, 2015): Huber divided by β.
/// </summary>
/// <example><code>[Dense(4), SmoothL1]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/SmoothL1.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SmoothL1Attribute : LossAttribute
{
    /// <summary>Where the parabola becomes a line (β); 1 unless said otherwise. It must be more than zero.</summary>
    public float Beta { get; set; } = 1;
}
