using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>The choice between the two forward kernels, over output channels and over width, and what they have in common.</summary>
/// <param name="Input">The image.</param>
/// <param name="Geometry">How the kernel moves over it.</param>
/// <param name="OverWidth">Whether it is vectorised over width.</param>
internal sealed record ForwardConvolution(Tensor Input, ConvolutionGeometry Geometry, bool OverWidth)
{
    /// <summary>The direct sums.</summary>
    public ConvolutionSum Sum => Geometry.Forward;

    /// <summary>Whether the image is channels-first.</summary>
    public bool IsChannelsFirst => Geometry.Image.Channel != 1;

    /// <summary>Filters of the common product as it is stored.</summary>
    public int FiltersStored => OverWidth ? Geometry.Filters : Geometry.PaddedFilters;

    /// <summary>For a kernel's comment, what a sum runs over.</summary>
    public static string Over(ConvolutionSum sum) =>
        $" over {NumberText.Counted(sum.Vertical.Meets, sum.Horizontal.Kernel, "tap")} and {NumberText.Counted(sum.Channels, "channel")}";

    /// <summary>An operation.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="formula">For its comment, what it computes.</param>
    /// <param name="sum">The sums.</param>
    /// <param name="weights">The weights of the kernel's rows.</param>
    /// <param name="bias">What sums start with; null for zero.</param>
    /// <param name="sink">What becomes of them.</param>
    /// <param name="winograd">What they start with instead, and add to it, in the second Winograd product, with its memory.</param>
    public Operation Of(
        string name, string formula, ConvolutionSum sum, Operand weights, Operand? bias, Sink sink,
        (WinogradRows Rows, Operand Shared, Operand Differences)? winograd = null)
    {
        Operand x = new("x", Input.Buffer);
        IEnumerable<Operand> inputs = winograd is { } second ? second.Rows.Inputs(x, second.Differences, second.Shared) : [x];
        Kernel kernel = OverWidth
            ? new ConvolutionOverWidth(formula, x.Parameter, sum, weights.Parameter, bias?.Parameter, sink.Epilogue, winograd?.Rows)
            : new ConvolutionOverChannels(formula, x.Parameter, sum.Padded(), weights.Parameter, bias?.Parameter, sink.Epilogue, winograd?.Rows);
        return new(name, kernel, [.. inputs, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
    }

    /// <summary>What it costs.</summary>
    public KernelCost Cost(ConvolutionSum sum) => OverWidth ? ConvolutionOverWidth.Cost(Target.Typical, sum) : ConvolutionOverChannels.Cost(Target.Typical, sum);
}
