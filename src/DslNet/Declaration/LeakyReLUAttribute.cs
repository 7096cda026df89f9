namespace DslNet;

/// <summary>x where x &gt; 0, else <see cref="NegativeSlope"/>·x.</summary>
/// <example><code>[Dense(64), LeakyReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/LeakyReLU.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>The slope left of zero; 0.01 unless said otherwise. It must be zero or more.</summary>
    public float NegativeSlope { get; set; } = 0.01f;
}
