using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of a signal or an image.</summary>
/// <param name="Filters">Output channels.</param>
/// <param name="Kernel">Taps along each axis.</param>
/// <param name="Stride">Positions from one window to the next, along every axis.</param>
/// <param name="Padding">Zeros on every side, or <see cref="DeclarationText.SamePadding"/>.</param>
/// <param name="Weights">How the weights start.</param>
internal abstract partial record ConvolutionLayer(int Filters, EquatableArray<int> Kernel, int Stride, int Padding, WeightOptions Weights) : LayerSpec
{
    public override string Kind => "Conv";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Filters", Filters),
        .. LayerArgument.Window(Kernel),
        LayerArgument.Named("Stride", Stride, 1),
        LayerArgument.Padding(Padding),
        .. LayerArgument.Weights(Weights),
    ];

    public override string View => WeightOptions.View;

    /// <summary>The attribute of the same layer for a signal, where this one is for images, or the other way round.</summary>
    protected abstract string Sibling { get; }

    /// <summary>How the kernel moves over a signal or an image.</summary>
    public Window Axes(Shape input) => Window.Over(input, Kernel, [.. Kernel.Select(_ => Stride)], Padding);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) =>
        WindowShape.Infer(inputs[0], Axes(inputs[0].Shape), Padding, Filters, problems, Sibling);

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        ParameterSpec weight = new(
            "weight", new EquatableArray<int>([Filters, input.Channels, .. Kernel]), input.Channels, Limits.Clamp(Taps),
            Weights.Initializer, Weights.InitialValue);
        return Weights.Bias ? [weight, ParameterSpec.Bias(Filters, Weights.InitialBias)] : [weight];
    }

    public override long MultiplyAdds(Shape input, Shape output) =>
        Limits.Multiply(output.Length, Math.Min(Limits.Multiply(input.Channels, Taps), long.MaxValue - 1));

    private long Taps => Kernel.Aggregate(1L, (taps, length) => Limits.Multiply(taps, length));

    private protected static WindowArguments ReadWindow(IDeclaredArguments arguments, int axes) => WindowArguments.Read(
        arguments, axes, defaultStride: 1, largestPadding: kernel => kernel - 1,
        "padding must be smaller than the kernel, otherwise some outputs see only zeros");
}
