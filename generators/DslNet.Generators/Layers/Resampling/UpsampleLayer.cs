using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>A signal or an image several times as long on each axis.</summary>
/// <param name="ScaleHeight">How many times as high; of a signal the same as the width's.</param>
/// <param name="ScaleWidth">How many times as wide, or as long.</param>
/// <param name="Mode">What lies between the values.</param>
internal sealed partial record UpsampleLayer(int ScaleHeight, int ScaleWidth, UpsampleMode Mode) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        UpsampleMode mode = arguments.Enumeration("Mode", UpsampleMode.Nearest);
        if (!arguments.Has("Scale"))
            return new UpsampleLayer(arguments.Size("ScaleHeight"), arguments.Size("ScaleWidth"), mode);
        int scale = arguments.Size("Scale");
        return new UpsampleLayer(scale, scale, mode);
    }

    public override string Kind => "Upsample";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [.. LayerArgument.Sides(["ScaleHeight", "ScaleWidth"], [ScaleHeight, ScaleWidth]), LayerArgument.Enumeration("Mode", Mode, UpsampleMode.Nearest)];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        ExpectedPositions expected = ScaleHeight == ScaleWidth ? ExpectedPositions.Any : ExpectedPositions.Image;
        if (!expected.Accept(input))
        {
            expected.Report(inputs[0], problems, $"Upsample({ScaleWidth})");
            return input.SpatialRank == 0 ? Shape.Image(input.Channels, 1, 1) : input;
        }

        return Shape.Of(input.Channels, [.. input.Spatial.Zip(ScalesOf(input), (axis, scale) => Limits.Clamp((long)axis.Length * scale))]);
    }

    /// <summary>The scale of each axis.</summary>
    private int[] ScalesOf(Shape input) => input.SpatialRank == 1 ? [ScaleWidth] : [ScaleHeight, ScaleWidth];
}
