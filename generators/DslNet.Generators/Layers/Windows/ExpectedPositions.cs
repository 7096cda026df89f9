using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Windows;

/// <summary>What a layer needs that works along positions: a signal, an image, or either. A vector has no positions.</summary>
internal sealed class ExpectedPositions
{
    private readonly string _what, _input;
    private readonly int? _rank;

    private ExpectedPositions(string what, string input, int? rank) => (_what, _input, _rank) = (what, input, rank);

    /// <summary>A signal.</summary>
    public static ExpectedPositions Signal { get; } = new("a signal", "[Input(channels, length)]", 1);

    /// <summary>An image.</summary>
    public static ExpectedPositions Image { get; } = new("an image", "[Input(channels, height, width)]", 2);

    /// <summary>A signal or an image.</summary>
    public static ExpectedPositions Any { get; } = new("a signal or an image", "[Input(channels, length)] or [Input(channels, height, width)]", null);

    /// <summary>A signal for one axis, an image for two.</summary>
    public static ExpectedPositions OfRank(int rank) => rank == 1 ? Signal : Image;

    /// <summary>Whether a shape is one.</summary>
    public bool Accept(Shape shape) => _rank is null ? shape.SpatialRank > 0 : shape.SpatialRank == _rank;

    /// <summary>Reports an input that is none.</summary>
    /// <param name="input">What arrives.</param>
    /// <param name="problems">Receives it.</param>
    /// <param name="sibling">The attribute of the same layer for a signal, where this one is for images, or the other way round; null if there is none.</param>
    public void Report(ShapedInput input, IShapeProblems problems, string? sibling = null)
    {
        string fitting = input.Shape.SpatialRank > 0 ? sibling ?? "" : "";
        problems.Report(
            RuleIds.PositionsExpected, null, problems.LayerName, _what, input.Producer, input.Shape,
            fitting.Length > 0 ? $"Write [{fitting}] for {OfRank(input.Shape.SpatialRank)._what}"
                : input.Producer == PortSpec.InputName ? $"Declare the input as {_input}"
                : $"Move {problems.LayerName} to where there is {_what}: behind {_input} and before Flatten and Dense",
            fitting);
    }
}
