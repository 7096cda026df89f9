using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A two-dimensional cross-correlation.</summary>
/// <param name="Filters">Output channels.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Stride">Rows and columns from one window to the next.</param>
/// <param name="Padding">Zeros on every side, or <see cref="DeclarationText.SamePadding"/>.</param>
/// <param name="Weights">How the weights start.</param>
internal sealed partial record Conv2DLayer(
    int Filters, int KernelHeight, int KernelWidth, int Stride, int Padding, WeightOptions Weights) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int filters = arguments.Size("Filters");
        WindowArguments window = WindowArguments.Read(
            arguments, axes: 2, defaultStride: 1, largestPadding: kernel => kernel - 1,
            "padding must be smaller than the kernel, otherwise some outputs see only zeros");
        return new Conv2DLayer(
            filters, window.KernelHeight, window.KernelWidth, window.Stride, window.Padding, arguments.Weights());
    }

    public override string Kind => "Conv";

    public override string Attribute => "Conv2D";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Filters", Filters),
        .. LayerArgument.Window([KernelHeight, KernelWidth]),
        LayerArgument.Named("Stride", Stride, 1),
        LayerArgument.Padding(Padding),
        .. LayerArgument.Weights(Weights),
    ];

    public override string View => WeightOptions.View;

    /// <summary>How the kernel moves over an image.</summary>
    public Window Axes(Shape input) =>
        Window.Over(input, [KernelHeight, KernelWidth], [Stride, Stride], Padding);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) =>
        WindowShape.Infer(inputs[0], Axes(inputs[0].Shape), Padding, Filters, problems);

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        ParameterSpec weight = new(
            "weight", new EquatableArray<int>([Filters, input.Channels, KernelHeight, KernelWidth]), input.Channels, Limits.Clamp((long)KernelHeight * KernelWidth),
            Weights.Initializer, Weights.InitialValue);
        return Weights.Bias ? [weight, ParameterSpec.Bias(Filters, Weights.InitialBias)] : [weight];
    }

    public override long MultiplyAdds(Shape input, Shape output) => Limits.Multiply(output.Length, Taps(input));

    private long Taps(Shape input) =>
        Math.Min(Limits.Multiply(input.Channels, Limits.Multiply(KernelHeight, KernelWidth)), long.MaxValue - 1);
}
