using DslNet.CompilerServices;
using DslNet.Generators.Layers.Conv2D.Paired;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>The kernels that a convolution's forward direction may consist of: all that they have in common.</summary>
/// <param name="Input">The image.</param>
/// <param name="Horizontal">The kernel's columns.</param>
/// <param name="Layout">How the output lies.</param>
/// <param name="Filters">Filters.</param>
/// <param name="AlongColumns">Whether vectors run along columns.</param>
internal sealed record ForwardSums(Tensor Input, ForwardAxis Horizontal, Layout Layout, int Filters, bool AlongColumns)
{
    public ImageStrides Strides => ImageStrides.Of(Input.Shape, Input.Layout);

    /// <summary>Whether the image lies channel after channel.</summary>
    public bool IsPlanar => Input.Layout.ChannelStride != 1;

    /// <summary>Filters of what is stored for two rows.</summary>
    public int FiltersStored => AlongColumns ? Filters : PaddedFilters;

    private int PaddedFilters => PanelWidth.RoundUp(Filters);

    /// <summary>For a kernel's comment, what a sum runs over.</summary>
    public string Over(TapAxis vertical) => $" over {vertical.Meets}×{Horizontal.Kernel} taps and {NumberText.Counted(Input.Shape.Channels, "channel")}";

    /// <summary>A kernel.</summary>
    /// <param name="name">Its method.</param>
    /// <param name="formula">For its comment, what it computes.</param>
    /// <param name="vertical">Rows of the output and of the kernel.</param>
    /// <param name="weights">The weights of the kernel's rows.</param>
    /// <param name="bias">What sums start with; null for zero.</param>
    /// <param name="epilogue">What becomes of them.</param>
    /// <param name="pairs">What they start with instead, and add to it, where they are of rows in pairs.</param>
    public Operation Of(
        string name, string formula, TapAxis vertical, Operand weights, Operand? bias, Epilogue epilogue, RowPairs? pairs = null) =>
        AlongColumns
            ? new ConvolutionColumns(
                name, formula, new("x", Input.Buffer), Strides, Input.Shape.Channels, vertical, Horizontal, weights, bias, epilogue, Layout, Filters, PaddedFilters, pairs)
            : new ConvolutionProduct(
                name, formula, new("x", Input.Buffer), Strides, Input.Shape.Channels, vertical, Horizontal, weights, bias, epilogue, PaddedFilters, pairs);

    /// <summary>What it costs.</summary>
    public KernelCost Cost(TapAxis vertical) => AlongColumns
        ? ConvolutionColumns.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, Filters)
        : ConvolutionProduct.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, PaddedFilters);
}
