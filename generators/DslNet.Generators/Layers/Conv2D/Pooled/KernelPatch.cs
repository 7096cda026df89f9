using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// What a window of a max pooling sees of a convolution's input: the patch under the kernel at all of the window's places. With
/// a border of zeros around the kernel, the kernel at any of these places covers the patch whole; which part of the bordered
/// kernel lies on the patch's corner is a number that the place of the maximum gives.
/// </summary>
internal sealed class KernelPatch(Window window, int kernelHeight, int kernelWidth, int stride)
{
    /// <summary>Rows of the patch.</summary>
    public int Height => BorderHeight + kernelHeight;

    /// <summary>Columns of the patch.</summary>
    public int Width => BorderWidth + kernelWidth;

    /// <summary>Rows of zeros above the kernel, and below.</summary>
    public int BorderHeight => (window.Vertical.Kernel - 1) * stride;

    /// <summary>Columns of zeros before the kernel, and behind.</summary>
    public int BorderWidth => (window.Horizontal.Kernel - 1) * stride;

    /// <summary>Places of a bordered kernel's row.</summary>
    public int BorderedWidth => BorderWidth + Width;

    /// <summary>Places of a bordered kernel.</summary>
    public int BorderedLength => (BorderHeight + Height) * BorderedWidth;

    /// <summary>The position of the bordered kernel that is applied to the patch's corner, given where in the window the maximum is.</summary>
    public IndexEncoding Corners => new("Corners", BorderHeight * BorderedWidth + BorderWidth, -stride * BorderedWidth, -stride, 0, 0);
}
