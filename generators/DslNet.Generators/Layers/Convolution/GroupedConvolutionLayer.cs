using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A convolution whose filters see all channels, or those of their group.</summary>
/// <param name="Filters">Output channels.</param>
/// <param name="Groups">Groups of channels and filters.</param>
internal abstract record GroupedConvolutionLayer(
    int Filters, EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, int Groups, WeightOptions Weights)
    : ConvolutionLayer(Kernel, Stride, Dilation, Padding, Weights)
{
    public override string Kind => "Conv";

    /// <summary>The kernels of groups and of single channels read no values for each output channel but the bias.</summary>
    public override bool ScalesOutput => Groups == 1;

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
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        if (ExpectedPositions.OfRank(Kernel.Count).Accept(shape) && (shape.Channels % Groups != 0 || Filters % Groups != 0))
        {
            string groups = NumberText.Counted(Groups, "group"), fitting = string.Join(", ", Divisors.OfBoth(shape.Channels, Filters).Select(divisor => NumberText.Of(divisor)));
            if (shape.Channels % Groups != 0)
                problems.Report(RuleIds.GroupsDoNotDivide, "Groups", problems.LayerName, groups, producer, shape, NumberText.Of(shape.Channels), fitting);
            else
                problems.Report(RuleIds.GroupsDoNotDivideFilters, "Groups", problems.LayerName, groups, NumberText.Counted(Filters, "filter"), NearestFilters, fitting);
        }

        return base.InferShape(inputs, problems);
    }

    /// <summary>The numbers of filters next to the one declared that the groups divide.</summary>
    private string NearestFilters
    {
        get
        {
            long below = Filters / Groups * (long)Groups, above = below + Groups;
            return below == 0 ? NumberText.Of(above) : $"{NumberText.Of(below)} or {NumberText.Of(above)}";
        }
    }

    private protected static int ReadGroups(IDeclaredArguments arguments)
    {
        arguments.TrySize("Groups", otherwise: 1, out int groups);
        return groups;
    }
}
