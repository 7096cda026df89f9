using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution.Sparse;

/// <summary>
/// The receptive field of a max pooling's window in a convolution's input: what the kernel reads at all of the window's positions. The argmax
/// determines the offset into the zero-padded kernel, so that it always covers the window's whole receptive field.
/// </summary>
internal sealed record ReceptiveField(Window Window, int KernelHeight, int KernelWidth, int Stride)
{
    /// <summary>Rows of the field.</summary>
    public int Height => BorderHeight + KernelHeight;

    /// <summary>Columns of the field.</summary>
    public int Width => BorderWidth + KernelWidth;

    /// <summary>Rows of zeros above the kernel, and below.</summary>
    public int BorderHeight => (Window.Vertical.Kernel - 1) * Stride;

    /// <summary>Columns of zeros before the kernel, and behind.</summary>
    public int BorderWidth => (Window.Horizontal.Kernel - 1) * Stride;

    /// <summary>Columns of the zero-padded kernel.</summary>
    public int PaddedWidth => BorderWidth + Width;

    /// <summary>Positions of the zero-padded kernel.</summary>
    public int PaddedLength => (BorderHeight + Height) * PaddedWidth;

    /// <summary>The position of the zero-padded kernel that is applied to the field's first, given where in the window the maximum is.</summary>
    public IndexEncoding KernelOffsets => new("KernelOffsets", BorderHeight * PaddedWidth + BorderWidth, -Stride * PaddedWidth, -Stride, 0, 0);
}
