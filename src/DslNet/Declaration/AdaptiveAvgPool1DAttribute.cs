namespace DslNet;

/// <summary>
/// The means of as many windows as are wanted, which divide a signal evenly, as PyTorch's AdaptiveAvgPool1d: value i is the mean of those from
/// ⌊i·length / outputs⌋ to ⌈(i + 1)·length / outputs⌉.
/// </summary>
/// <example><code>[AdaptiveAvgPool1D(16)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/AdaptiveAvgPool1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="length">The length of the output.</param>
public sealed class AdaptiveAvgPool1DAttribute(int length) : LayerAttribute
{
    /// <summary>The length of the output.</summary>
    public int Length { get; } = length;
}
