using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Joins;

/// <summary>
/// Several values of one shape, joined value by value. A vector with a value for each channel of an image or a signal may stand for one of them: every
/// position reads it.
/// </summary>
/// <param name="Kind">Which of <see cref="ElementwiseJoins"/>.</param>
/// <param name="Others">The names of those beside the one before.</param>
internal sealed partial record ElementwiseJoinLayer(string Kind, EquatableArray<string> Others) : LayerSpec
{
    public override string Kind { get; } = Kind;

    public override EquatableArray<string> JoinedNames => Others;

    private ElementwiseJoin Join => ElementwiseJoins.Get(Kind);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        int whole = Math.Max(0, inputs.ToList().FindIndex(input => input.Shape.SpatialRank > 0));
        Shape shape = inputs[whole].Shape;
        for (int i = 0; i < inputs.Count; i++)
        {
            // Where the first input does not fit, the name of the one that it does not fit is at fault: the first has none in the attribute.
            if (inputs[i].Shape != shape && !IsVectorOf(inputs[i].Shape, shape))
                Report(inputs[i == 0 ? 0 : whole], inputs[i == 0 ? whole : i], i == 0 ? whole : i, problems);
        }

        return shape;
    }

    /// <summary>Whether a shape is a vector that has a value for each channel of another shape.</summary>
    private static bool IsVectorOf(Shape vector, Shape of) => vector.SpatialRank == 0 && of.SpatialRank > 0 && vector.Channels == of.Channels;

    private void Report(ShapedInput first, ShapedInput second, int index, IShapeProblems problems)
    {
        (ShapedInput vector, ShapedInput other) = first.Shape.SpatialRank == 0 ? (first, second) : (second, first);
        string remedy = first.Shape.HasPositionsOf(second.Shape) ? ", or join them with [Concat]"
            : vector.Shape.SpatialRank == 0 ? Invariant($", or make {vector.Producer} a vector of {other.Shape.Channels}, one value for each channel of {other.Producer}")
            : "";
        problems.Report(
            RuleIds.AddedShapesDiffer, index == 0 ? null : Invariant($"Others[{index - 1}]"),
            problems.LayerName, Join.Verb, first.Producer, first.Shape, second.Producer, second.Shape, remedy);
    }
}
