using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution.Sparse;

/// <summary>
/// The receptive field of a max pooling's window in a convolution's input: what the kernel reads at all of the window's positions. The argmax
/// determines the offset into the zero-padded kernel, so that it always covers the window's whole receptive field.
/// </summary>
/// <param name="Window">How the pooling's window moves over the convolution's output.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="StrideHeight">Rows from one output of the convolution to the next.</param>
/// <param name="StrideWidth">Columns from one output of the convolution to the next.</param>
internal sealed record ReceptiveField(Window Window, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth)
{
    /// <summary>The receptive field in the image of a convolution.</summary>
    public static ReceptiveField Of(Window window, ConvolutionGeometry convolution) => new(
        window, convolution.Vertical.Kernel, convolution.Horizontal.Kernel, convolution.Vertical.Stride, convolution.Horizontal.Stride);

    /// <summary>Rows of the field.</summary>
    public int Height => BorderHeight + KernelHeight;

    /// <summary>Columns of the field.</summary>
    public int Width => BorderWidth + KernelWidth;

    /// <summary>Rows of zeros above the kernel, and below.</summary>
    public int BorderHeight => (Window.Vertical.Kernel - 1) * StrideHeight;

    /// <summary>Columns of zeros before the kernel, and behind.</summary>
    public int BorderWidth => (Window.Horizontal.Kernel - 1) * StrideWidth;

    /// <summary>From the field of one window to that of the next below, in rows.</summary>
    public int RowStep => Window.Vertical.Stride * StrideHeight;

    /// <summary>From the field of one window to that of the next beside it, in columns.</summary>
    public int ColumnStep => Window.Horizontal.Stride * StrideWidth;

    /// <summary>Columns of the zero-padded kernel.</summary>
    public int PaddedWidth => BorderWidth + Width;

    /// <summary>Positions of the zero-padded kernel.</summary>
    public int PaddedLength => (BorderHeight + Height) * PaddedWidth;

    /// <summary>The position of the zero-padded kernel that is applied to the field's first, given where in the window the maximum is.</summary>
    public IndexEncoding KernelOffsets => new("KernelOffsets", BorderHeight * PaddedWidth + BorderWidth, -StrideHeight * PaddedWidth, -StrideWidth, 0, 0);
}
