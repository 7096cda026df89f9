using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Reshape;

/// <summary>A signal or an image as a vector, channel by channel and row by row.</summary>
internal sealed record FlattenLayer : ReshapingLayer
{
    public override string Kind => "Flatten";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        if (input.SpatialRank == 0)
            problems.Report(RuleIds.FlattenWithoutEffect, null, problems.LayerName, inputs[0].Producer, input, Kind);
        return Shape.Vector(Limits.Clamp(input.Length));
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;
}
