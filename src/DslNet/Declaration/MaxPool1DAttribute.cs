namespace DslNet;

/// <summary>
/// The largest value in each window of each channel, as PyTorch's MaxPool1d. Padding is never the largest; of a window with a NaN, NaN is.
/// Output length = ⌊(length + 2·padding − kernel) / stride⌋ + 1, or rounded up under <see cref="CeilMode"/>.
/// </summary>
/// <example><code>[MaxPool1D(2)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/MaxPool1D.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="kernel">The length of the window.</param>
public sealed class MaxPool1DAttribute(int kernel) : LayerAttribute
{
    /// <summary>The length of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far the window moves; its own length unless said otherwise.</summary>
    public int Stride { get; set; }

    /// <summary>Positions before and behind the signal, at most half the window, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Whether a last window may reach beyond the padding, so that nothing at the end is left out: then the output's size is rounded up.
    /// A window that would begin in the padding is left out.
    /// </summary>
    public bool CeilMode { get; set; }
}
