using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A convolution whose filters see all channels, or those of their group.</summary>
/// <param name="Filters">Output channels.</param>
/// <param name="Groups">Groups of channels and filters.</param>
internal abstract record GroupedConvolutionLayer(
    int Filters, EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, int Groups, WeightOptions Weights)
    : ConvolutionLayer(Kernel, Stride, Dilation, Padding, Weights)
{
    public override string Kind => "Conv";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Filters", Filters),
        .. LayerArgument.Window(Kernel),
        .. MovingArguments,
        LayerArgument.Named("Groups", Groups, 1),
        .. LayerArgument.Weights(Weights),
    ];

    protected override int FiltersOf(int channels) => Filters;

    protected override int GroupsOf(int channels) => Groups;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        if (ExpectedPositions.OfRank(Kernel.Count).Accept(inputs[0].Shape))
            DividedChannels.Check(Groups, Filters, inputs[0], problems);
        return base.InferShape(inputs, problems);
    }

    private protected static int ReadGroups(IDeclaredArguments arguments)
    {
        arguments.TrySize("Groups", otherwise: 1, out int groups);
        return groups;
    }
}
