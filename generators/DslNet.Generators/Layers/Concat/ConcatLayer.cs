using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Several values concatenated: vectors end to end, signals and images along their channels or another axis.</summary>
/// <param name="Others">The names of those beside the one before.</param>
/// <param name="Axis">Along which axis.</param>
internal sealed partial record ConcatLayer(EquatableArray<string> Others, ConcatAxis Axis) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new ConcatLayer(JoinArguments.Read(arguments), arguments.Enumeration("Axis", ConcatAxis.Channels));

    public override string Kind => "Concat";

    public override EquatableArray<string> JoinedNames => Others;

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Enumeration("Axis", Axis, ConcatAxis.Channels)];

    private AxisKind Joined => Axis switch
    {
        ConcatAxis.Length => AxisKind.Length,
        ConcatAxis.Height => AxisKind.Height,
        ConcatAxis.Width => AxisKind.Width,
        _ => AxisKind.Channel,
    };

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape first = inputs[0].Shape;
        if (!first.Axes.Any(axis => axis.Kind == Joined))
        {
            problems.Report(RuleIds.AxisMissing, "Axis", problems.LayerName, $"ConcatAxis.{Axis}", inputs[0].Producer, first, AxesOf(first));
            return first;
        }

        long length = LengthOf(first);
        for (int i = 1; i < inputs.Count; i++)
        {
            ShapedInput other = inputs[i];
            if (!Others(first).SequenceEqual(Others(other.Shape)))
            {
                problems.Report(
                    RuleIds.JoinedShapesDiffer, Invariant($"Others[{i - 1}]"),
                    problems.LayerName, inputs[0].Producer, first, other.Producer, other.Shape, Remedy);
            }

            length += LengthOf(other.Shape);
        }

        return new(first.Axes.Select(axis => axis.Kind == Joined ? axis with { Length = Limits.Clamp(length) } : axis).ToEquatableArray());

        // What must be the same in all.
        IEnumerable<Axis> Others(Shape shape) => shape.Axes.Where(axis => axis.Kind != Joined);
    }

    /// <summary>What shapes are to be for this axis.</summary>
    private string Remedy => Axis switch
    {
        ConcatAxis.Length => "Make both signals of the same channels",
        ConcatAxis.Height => "Make both images of the same channels and width",
        ConcatAxis.Width => "Make both images of the same channels and height",
        _ => "Make both vectors, signals of the same length, or images of the same height and width",
    };

    /// <summary>What to write for a shape.</summary>
    private static string AxesOf(Shape shape) => shape.SpatialRank switch
    {
        0 => "Leave out Axis: vectors are joined end to end",
        1 => "Write ConcatAxis.Length, or leave out Axis for channels",
        _ => "Write ConcatAxis.Height or ConcatAxis.Width, or leave out Axis for channels",
    };

    private int LengthOf(Shape shape) => shape.Axes.Where(axis => axis.Kind == Joined).Select(axis => axis.Length).FirstOrDefault();
}
