using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// What a window of a max pooling sees of a convolution's input: the patch under the kernel at all of the window's places. With
/// a border of zeros around the kernel, the kernel at any of these places covers the patch whole; which part of the bordered
/// kernel lies on the patch's corner is a number that the place of the maximum gives.
/// </summary>
internal sealed record KernelPatch(Window Window, int KernelHeight, int KernelWidth, int Stride)
{
    /// <summary>Rows of the patch.</summary>
    public int Height => BorderHeight + KernelHeight;

    /// <summary>Columns of the patch.</summary>
    public int Width => BorderWidth + KernelWidth;

    /// <summary>Rows of zeros above the kernel, and below.</summary>
    public int BorderHeight => (Window.Vertical.Kernel - 1) * Stride;

    /// <summary>Columns of zeros before the kernel, and behind.</summary>
    public int BorderWidth => (Window.Horizontal.Kernel - 1) * Stride;

    /// <summary>Places of a bordered kernel's row.</summary>
    public int BorderedWidth => BorderWidth + Width;

    /// <summary>Places of a bordered kernel.</summary>
    public int BorderedLength => (BorderHeight + Height) * BorderedWidth;

    /// <summary>The position of the bordered kernel that is applied to the patch's corner, given where in the window the maximum is.</summary>
    public IndexEncoding Corners => new("Corners", BorderHeight * BorderedWidth + BorderWidth, -Stride * BorderedWidth, -Stride, 0, 0);
}
