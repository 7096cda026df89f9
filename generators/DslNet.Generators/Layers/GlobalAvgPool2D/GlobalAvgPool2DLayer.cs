using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.GlobalAvgPool2D;

/// <summary>The mean of each channel over the whole image.</summary>
internal sealed partial record GlobalAvgPool2DLayer : LayerSpec
{
    public override string Kind => "GlobalAvgPool";

    public override string Attribute => "GlobalAvgPool2D";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        if (!ExpectedPositions.Image.Accept(inputs[0].Shape))
            ExpectedPositions.Image.Report(inputs[0], problems);
        return Shape.Vector(inputs[0].Shape.Channels);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;
}
