using DslNet.CompilerServices;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>The choice between the two forward kernels, over output channels and over width, and what they have in common.</summary>
/// <param name="Input">The image.</param>
/// <param name="Horizontal">The kernel's columns.</param>
/// <param name="Layout">How the output is stored.</param>
/// <param name="Filters">Filters.</param>
/// <param name="OverWidth">Whether it is vectorised over width.</param>
internal sealed record ForwardConvolution(Tensor Input, ForwardAxis Horizontal, Layout Layout, int Filters, bool OverWidth)
{
    public ImageStrides Strides => ImageStrides.Of(Input.Shape, Input.Layout);

    /// <summary>Whether the image is channels-first.</summary>
    public bool IsChannelsFirst => Input.Layout.ChannelStride != 1;

    /// <summary>Filters of the common product as it is stored.</summary>
    public int FiltersStored => OverWidth ? Filters : PaddedFilters;

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
    /// <param name="winograd">What they start with instead, and add to it, in the second Winograd product, with its memory.</param>
    public Operation Of(
        string name, string formula, TapAxis vertical, Operand weights, Operand? bias, Sink sink, (WinogradRows Rows, Operand Shared, Operand Differences)? winograd = null)
    {
        Operand x = new("x", Input.Buffer);
        IEnumerable<Operand> inputs = winograd is { } second ? second.Rows.Inputs(x, second.Differences, second.Shared) : [x];
        return new(name, KernelOf(), [.. inputs, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);

        Kernel KernelOf() => OverWidth
            ? new ConvolutionOverWidth(
                formula, x.Parameter, Strides, Input.Shape.Channels, vertical, Horizontal, weights.Parameter, bias?.Parameter, sink.Epilogue, Layout, Filters,
                PaddedFilters, winograd?.Rows)
            : new ConvolutionOverChannels(
                formula, x.Parameter, Strides, Input.Shape.Channels, vertical, Horizontal, weights.Parameter, bias?.Parameter, sink.Epilogue, PaddedFilters,
                winograd?.Rows);
    }

    /// <summary>What it costs.</summary>
    public KernelCost Cost(TapAxis vertical) => OverWidth
        ? ConvolutionOverWidth.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, Filters)
        : ConvolutionOverChannels.Cost(Target.Typical, Input.Shape.Channels, vertical, Horizontal, PaddedFilters);
}
