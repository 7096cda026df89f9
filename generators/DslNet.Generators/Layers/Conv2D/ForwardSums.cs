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

    /// <summary>An operation.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="formula">For its comment, what it computes.</param>
    /// <param name="vertical">Rows of the output and of the kernel.</param>
    /// <param name="weights">The weights of the kernel's rows.</param>
    /// <param name="bias">What sums start with; null for zero.</param>
    /// <param name="sink">What becomes of them.</param>
    /// <param name="paired">What they start with instead, and add to it, where they are of rows in pairs, with the memory of that.</param>
    public Operation Of(
        string name, string formula, TapAxis vertical, Operand weights, Operand? bias, Sink sink, (RowPairs Rows, Operand Shared, Operand Differences)? paired = null)
    {
        Operand x = new("x", Input.Buffer);
        IEnumerable<Operand> inputs = paired is { } pair ? pair.Rows.Inputs(x, pair.Differences, pair.Shared) : [x];
        return new(name, KernelOf(), [.. inputs, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);

        Kernel KernelOf() => AlongColumns
            ? new ConvolutionColumns(
                formula, x.Parameter, Strides, Input.Shape.Channels, vertical, Horizontal, weights.Parameter, bias?.Parameter, sink.Epilogue, Layout, Filters,
                PaddedFilters, paired?.Rows)
            : new ConvolutionProduct(
                formula, x.Parameter, Strides, Input.Shape.Channels, vertical, Horizontal, weights.Parameter, bias?.Parameter, sink.Epilogue, PaddedFilters,
                paired?.Rows);
    }

    /// <summary>What it costs.</summary>
    public KernelCost Cost(TapAxis vertical) => AlongColumns
        ? ConvolutionColumns.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, Filters)
        : ConvolutionProduct.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, PaddedFilters);
}
