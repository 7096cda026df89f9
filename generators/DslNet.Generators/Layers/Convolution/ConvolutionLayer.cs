using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of a signal or an image.</summary>
/// <param name="Kernel">Taps along each axis.</param>
/// <param name="Stride">Positions from one window to the next, along every axis.</param>
/// <param name="Dilation">Positions from one tap to the next, along every axis.</param>
/// <param name="Padding">Zeros on every side, or <see cref="DeclarationText.SamePadding"/>.</param>
/// <param name="Weights">How the weights start.</param>
internal abstract partial record ConvolutionLayer(EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, WeightOptions Weights) : LayerSpec
{
    /// <summary>How the kernel moves, as it is declared.</summary>
    protected IEnumerable<LayerArgument> MovingArguments =>
        [LayerArgument.Named("Stride", Stride, 1), LayerArgument.Padding(Padding), LayerArgument.Named("Dilation", Dilation, 1)];

    public override string View => WeightOptions.View;

    /// <summary>The attribute of the same layer for a signal, where this one is for images, or the other way round.</summary>
    protected abstract string Sibling { get; }

    /// <summary>Output channels.</summary>
    /// <param name="channels">Channels of the input.</param>
    protected abstract int FiltersOf(int channels);

    /// <summary>Groups of channels, each with filters of its own.</summary>
    /// <param name="channels">Channels of the input.</param>
    protected abstract int GroupsOf(int channels);

    /// <summary>Whether each channel has filters of its own.</summary>
    private bool IsDepthwise(int channels) => channels > 1 && GroupsOf(channels) == channels;

    /// <summary>How the kernel moves over a signal or an image.</summary>
    public Window Axes(Shape input) => Window.Over(input, Kernel, [.. Kernel.Select(_ => Stride)], Padding, dilation: Dilation);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) =>
        WindowShape.Infer(inputs[0], Axes(inputs[0].Shape), Padding, FiltersOf(inputs[0].Shape.Channels), problems, Sibling);

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        (int filters, int groups) = (FiltersOf(input.Channels), GroupsOf(input.Channels));
        int channels = input.Channels / groups, panelGroups = IsDepthwise(input.Channels) ? 1 : groups;
        ParameterSpec weight = new(
            "weight", new EquatableArray<int>([filters, channels, .. Kernel]), channels, Limits.Clamp(Taps), Weights.Initializer, Weights.InitialValue)
        { Groups = panelGroups };
        return Weights.Bias ? [weight, ParameterSpec.Bias(filters, Weights.InitialBias) with { Groups = panelGroups }] : [weight];
    }

    public override long KeptBeside(Shape input, Shape output) => IsDepthwise(input.Channels) ? 0
        : Limits.Add(ChannelGroupsLayout.LengthOf(input, GroupsOf(input.Channels)), ChannelGroupsLayout.LengthOf(output, GroupsOf(input.Channels)));

    public override long MultiplyAdds(Shape input, Shape output) =>
        Limits.Multiply(output.Length, Math.Min(Limits.Multiply(input.Channels / GroupsOf(input.Channels), Taps), long.MaxValue - 1));

    private long Taps => Kernel.Aggregate(1L, (taps, length) => Limits.Multiply(taps, length));

    private protected static WindowArguments ReadWindow(IDeclaredArguments arguments, int axes) => WindowArguments.Read(
        arguments, axes, defaultStride: 1, largestPadding: kernel => kernel - 1,
        "padding must be smaller than what the kernel spans, otherwise some outputs see only zeros");
}
