using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Several values concatenated: vectors end to end, images along their channels.</summary>
/// <param name="Others">The names of those beside the one before.</param>
internal sealed partial record ConcatLayer(EquatableArray<string> Others) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new ConcatLayer(JoinArguments.Read(arguments));

    public override string Kind => "Concat";

    public override EquatableArray<string> JoinedNames => Others;

    /// <summary>Whether two shapes agree in all but their channels.</summary>
    public static bool CanJoin(Shape one, Shape other) => one.HasPositionsOf(other);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape first = inputs[0].Shape;
        long channels = first.Channels;
        for (int i = 1; i < inputs.Count; i++)
        {
            ShapedInput other = inputs[i];
            Shape shape = other.Shape;
            channels += shape.Channels;
            if (!CanJoin(first, shape))
            {
                problems.Report(
                    RuleIds.JoinedShapesDiffer, Invariant($"Others[{i - 1}]"),
                    problems.LayerName, inputs[0].Producer, first, other.Producer, shape);
            }
        }

        return first.WithChannels(Limits.Clamp(channels));
    }
}
