namespace DslNet;

/// <summary>x, but at least <see cref="MinValue"/> and at most <see cref="MaxValue"/>.</summary>
/// <example><code>[Dense(64), HardTanh(MaxValue = 2)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/HardTanh.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HardTanhAttribute : LayerAttribute
{
    /// <summary>The least output; −1 unless said otherwise.</summary>
    public float MinValue { get; set; } = -1;

    /// <summary>The largest output; 1 unless said otherwise. It must be above <see cref="MinValue"/>.</summary>
    public float MaxValue { get; set; } = 1;
}
