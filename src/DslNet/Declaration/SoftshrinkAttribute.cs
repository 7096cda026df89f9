namespace DslNet;

/// <summary>x brought nearer to zero by <see cref="Lambda"/>, and no further than there.</summary>
/// <example><code>[Dense(64), Softshrink(Lambda = 0.25f)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Softshrink.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class SoftshrinkAttribute : LayerAttribute
{
    /// <summary>How much nearer; 0.5 unless said otherwise. It must be zero or more.</summary>
    public float Lambda { get; set; } = 0.5f;
}
