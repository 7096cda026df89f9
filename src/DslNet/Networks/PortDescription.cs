using System.Collections.Immutable;

namespace DslNet;

/// <summary>Where data enters or leaves a network.</summary>
/// <param name="Name">The port's name.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Element">The type of its elements.</param>
public sealed record PortDescription(string Name, TensorShape Shape, ElementType Element = ElementType.Float32)
{
    /// <summary>What each axis of the shape counts: features of a vector; channels and positions of a signal; channels, rows and columns of an image.</summary>
    public ImmutableArray<AxisKind> Axes { get; init; } = Shape.Rank switch
    {
        3 => [AxisKind.Channel, AxisKind.Height, AxisKind.Width],
        2 => [AxisKind.Channel, AxisKind.Length],
        _ => [AxisKind.Feature],
    };

    /// <summary>The name and the shape, such as <c>Input 1×28×28</c>.</summary>
    public override string ToString() => $"{Name} {Shape}";
}
