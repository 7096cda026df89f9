using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The shape rule of what pools all positions: a vector with a value for each channel.</summary>
internal static class GlobalShape
{
    public static Shape Infer(ShapedInput input, IShapeProblems problems)
    {
        if (!ExpectedPositions.Any.Accept(input.Shape))
            ExpectedPositions.Any.Report(input, problems);
        return Shape.Vector(input.Shape.Channels);
    }
}
