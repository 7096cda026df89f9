namespace DslNet;

/// <summary>
/// The largest value in each window of each channel, as PyTorch's MaxPool2d. Padding is never the largest; of a window with a NaN, NaN is.
/// Output height = ⌊(height + 2·padding − window height) / stride⌋ + 1, or rounded up under <see cref="CeilMode"/>, and so the width.
/// </summary>
/// <example><code>[MaxPool2D(2)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/MaxPool2D.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class MaxPool2DAttribute : LayerAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernel">The height and width of the window.</param>
    public MaxPool2DAttribute(int kernel) : this(kernel, kernel) { }

    /// <summary>A rectangular window.</summary>
    /// <param name="kernelHeight">The height of the window.</param>
    /// <param name="kernelWidth">The width of the window.</param>
    public MaxPool2DAttribute(int kernelHeight, int kernelWidth) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>The height of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>How far the window moves; its own height and width unless said otherwise.</summary>
    public int Stride { get; set; }

    /// <summary>Rows and columns around the image, on every side, at most half the window, or <see cref="DslNet.Padding.Same"/>; none unless said otherwise.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Whether a last window may reach beyond the padding, so that no rows or columns at the end are left out: then the output's size is rounded up.
    /// A window that would begin in the padding is left out.
    /// </summary>
    public bool CeilMode { get; set; }
}
