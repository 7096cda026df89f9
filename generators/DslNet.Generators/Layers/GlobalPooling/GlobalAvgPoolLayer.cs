using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The mean of each channel over the whole image.</summary>
internal sealed partial record GlobalAvgPoolLayer : LayerSpec
{
    public override string Kind => "GlobalAvgPool";

    public override string Attribute => "GlobalAvgPool";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        if (inputs[0].Shape.SpatialRank != 2)
            WindowShape.ReportVector(inputs[0], problems);
        return Shape.Vector(inputs[0].Shape.Channels);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;
}
