using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The mean of each channel of a signal or an image.</summary>
internal sealed partial record GlobalAvgPoolLayer : LayerSpec
{
    public override string Kind => "GlobalAvgPool";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => GlobalShape.Infer(inputs[0], problems);

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;
}
