using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>Normalizes groups of channels, each over all positions.</summary>
/// <param name="Groups">How many groups there are.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Affine">Whether there are weights and biases.</param>
internal sealed record GroupNormLayer(int Groups, float Epsilon, bool Affine) : ChannelNormLayer(Epsilon, Affine)
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new GroupNormLayer(
        arguments.Size("Groups"), arguments.Finite("Epsilon", DefaultEpsilon, minimum: 0, exclusive: true), arguments.Boolean("Affine", otherwise: true));

    public override string Kind => "GroupNorm";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Groups", Groups), LayerArgument.Named("Epsilon", Epsilon, DefaultEpsilon), LayerArgument.Named("Affine", Affine, otherwise: true),
    ];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        int channels = shape.Channels;
        if (channels % Groups != 0)
        {
            problems.Report(
                RuleIds.GroupsDoNotDivide, "Groups", problems.LayerName, NumberText.Counted(Groups, "group"), producer, shape, NumberText.Of(channels),
                string.Join(", ", Divisors.Of(channels).Select(divisor => NumberText.Of(divisor))));
        }
        else if (channels == Groups && shape.Positions == 1)
        {
            problems.Report(
                RuleIds.NothingToNormalize, null, problems.LayerName, "a single value", producer, shape,
                channels > 1 ? "Write fewer groups" : $"Remove {problems.LayerName}");
        }

        return shape;
    }

    // A number of groups that does not divide the channels is refused.
    protected override int ChannelsOfGroup(int channels) => channels / Groups;
}
