using System.Collections.Immutable;

namespace DslNet;

/// <summary>Where data enters or leaves a network.</summary>
/// <param name="Name">The port's name.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Element">The type of its elements.</param>
public sealed record PortDescription(string Name, TensorShape Shape, ElementType Element = ElementType.Float32)
{
    /// <summary>What each axis of the shape counts: features of a vector; channels and positions of a signal; channels, rows and columns of an image.</summary>
    public ImmutableArray<AxisKind> Axes { get; init; } = Element == ElementType.Int32 ? [AxisKind.Length] : Shape.Rank switch
    {
        3 => [AxisKind.Channel, AxisKind.Height, AxisKind.Width],
        2 => [AxisKind.Channel, AxisKind.Length],
        _ => [AxisKind.Feature],
    };

    /// <summary>Of tokens, how many different ones there are: they go from 0 to one less. Zero of a port of values.</summary>
    public int Vocabulary { get; init; }

    /// <summary>The name and the shape, such as <c>Input 1×28×28</c>; of tokens, how many of which vocabulary, such as <c>city (1 token of 12)</c>.</summary>
    public override string ToString() => Vocabulary == 0 ? $"{Name} {Shape}" : $"{Name} ({Content})";

    /// <summary>What a sample has, without the name.</summary>
    internal string Content => Vocabulary == 0 ? Shape.ToString() : FormattableString.Invariant($"{Counted.Text(Shape.Length, "token")} of {Vocabulary}");
}
