using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Transposed;

/// <summary>
/// A transposed convolution: each value of the input is multiplied by the kernel, and what falls on one position is added. It computes what is the input
/// gradient of another convolution, from its output to this one's input.
/// </summary>
/// <param name="Filters">Output channels.</param>
/// <param name="Kernel">Taps along each axis.</param>
/// <param name="Stride">Positions of the output from one input to the next, along every axis.</param>
/// <param name="Padding">Positions that the output lacks on every side, or <see cref="DeclarationText.SamePadding"/> for one as long as input and stride.</param>
/// <param name="OutputPadding">Positions more at the end, along every axis.</param>
/// <param name="Dilation">Positions of the output from one tap to the next, along every axis.</param>
/// <param name="Groups">Groups of channels and filters.</param>
/// <param name="Weights">How the weights start.</param>
internal sealed partial record ConvTransposeLayer(
    int Filters, EquatableArray<int> Kernel, int Stride, int Padding, int OutputPadding, int Dilation, int Groups, WeightOptions Weights) : LayerSpec
{
    /// <param name="axes">One over signals, two over images.</param>
    public static Func<IDeclaredArguments, LayerSpec> Reader(int axes) => arguments =>
    {
        int filters = arguments.Size("Filters");
        WindowArguments window = WindowArguments.Read(
            arguments, axes, defaultStride: 1, largestPadding: kernel => kernel - 1,
            "padding must be smaller than what the kernel spans, otherwise some inputs reach no output");
        arguments.TrySize("Groups", otherwise: 1, out int groups);
        return new ConvTransposeLayer(
            filters, window.Kernel, window.Stride, window.Padding, ReadOutputPadding(arguments, window), window.Dilation, groups, arguments.Weights());
    };

    public override string Kind => "ConvTranspose";

    public override string Attribute => AttributeOf(Kernel.Count);

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Filters", Filters),
        .. LayerArgument.Window(Kernel),
        LayerArgument.Named("Stride", Stride, 1),
        LayerArgument.Padding(Padding),
        LayerArgument.Named("OutputPadding", OutputPadding, 0),
        LayerArgument.Named("Dilation", Dilation, 1),
        LayerArgument.Named("Groups", Groups, 1),
        .. LayerArgument.Weights(Weights),
    ];

    public override string View => WeightOptions.View;

    /// <summary>Whether each channel has filters of its own.</summary>
    private bool IsDepthwise(int channels) => channels > 1 && Groups == channels;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        ExpectedPositions expected = ExpectedPositions.OfRank(Kernel.Count);
        if (!expected.Accept(input))
        {
            expected.Report(inputs[0], problems, AttributeOf(3 - Kernel.Count));
            return Shape.Of(Filters, [.. Kernel.Select(_ => 1)]);
        }

        DividedChannels.Check(Groups, Filters, inputs[0], problems);
        long[] lengths = [.. Kernel.Zip(input.Spatial, (kernel, axis) => Length(axis.Length, kernel))];
        if (lengths.Any(length => length < 1))
        {
            problems.Report(
                RuleIds.NothingLeft, "Padding", problems.LayerName, string.Join("×", lengths.Select(length => Invariant($"{length}"))), Padding,
                inputs[0].Producer, input);
        }

        return Shape.Of(Filters, [.. lengths.Select(length => Limits.Clamp(Math.Max(length, 1)))]);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        // PyTorch's order has the input's channels first: it is that of the convolution whose input gradient this is.
        bool isDepthwise = IsDepthwise(input.Channels);
        int filters = Filters / Groups;
        ParameterSpec weight = new(
            "weight", new EquatableArray<int>([input.Channels, filters, .. Kernel]), isDepthwise ? 1 : filters, Limits.Clamp(Taps), Weights.Initializer, Weights.InitialValue)
        {
            Groups = isDepthwise ? 1 : Groups,
            Split = isDepthwise ? filters : 1,
        };
        return Weights.Bias ? [weight, ParameterSpec.Bias(Filters, Weights.InitialBias)] : [weight];
    }

    public override long KeptBeside(Shape input, Shape output) => IsDepthwise(input.Channels) ? 0
        : Limits.Add(ChannelGroupsLayout.LengthOf(input, Groups), ChannelGroupsLayout.LengthOf(output, Groups));

    public override long MultiplyAdds(Shape input, Shape output) =>
        Limits.Multiply(input.Length, Math.Min(Limits.Multiply(Filters / Groups, Taps), long.MaxValue - 1));

    /// <summary>How the kernel of that convolution moves over this one's output.</summary>
    private Window Axes(Shape input, Shape output) => new(Kernel.Select((kernel, axis) => Padding == DeclarationText.SamePadding
        ? WindowAxis.Create(output.Axes[axis + 1].Length, kernel, Stride, Padding, dilation: Dilation)
        : new WindowAxis(output.Axes[axis + 1].Length, kernel, Stride, Padding, Padding, input.Axes[axis + 1].Length, Dilation)).ToEquatableArray());

    private long Taps => Kernel.Aggregate(1L, (taps, length) => Limits.Multiply(taps, length));

    private long Length(int input, int kernel) => Padding == DeclarationText.SamePadding
        ? (long)input * Stride
        : (input - 1L) * Stride - 2L * Padding + (kernel - 1L) * Dilation + 1 + OutputPadding;

    private static int ReadOutputPadding(IDeclaredArguments arguments, WindowArguments window)
    {
        int more = arguments.Int32("OutputPadding", 0), most = window.Padding == DeclarationText.SamePadding ? 0 : Math.Max(window.Stride, window.Dilation) - 1;
        if (more >= 0 && more <= most)
            return more;
        arguments.Report(
            RuleIds.NumberOutOfRange, "OutputPadding", "OutputPadding", more,
            window.Padding == DeclarationText.SamePadding ? "0: with Padding.Same the output is as long as input and stride"
            : most == 0 ? "0, or a Stride above it"
            : $"0 to {NumberText.Of(most)}, less than {(window.Stride >= window.Dilation ? "Stride" : "Dilation")}");
        arguments.DoubtSize();
        return 0;
    }

    private static string AttributeOf(int axes) => Invariant($"ConvTranspose{axes}D");
}
