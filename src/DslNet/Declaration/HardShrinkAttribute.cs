namespace DslNet;

/// <summary>x, but 0 where |x| is at most <see cref="Lambda"/>.</summary>
/// <example><code>[Dense(64), HardShrink(Lambda = 0.25f)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/HardShrink.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HardShrinkAttribute : LayerAttribute
{
    /// <summary>How near to zero; 0.5 unless said otherwise. It must be zero or more.</summary>
    public float Lambda { get; set; } = 0.5f;
}
