using DslNet.Generators.Text;

namespace DslNet.Generators.Model;

/// <summary>The shape of one sample at some point of the network: channels, and the axes of the positions that have them, from the outside in.</summary>
/// <param name="Axes">A channel axis, then none for a vector, one for a signal, two for an image.</param>
internal sealed record Shape(EquatableArray<Axis> Axes)
{
    public static Shape Vector(int features) => new(new EquatableArray<Axis>([new(AxisKind.Channel, features)]));

    public static Shape Signal(int channels, int length) =>
        new(new EquatableArray<Axis>([new(AxisKind.Channel, channels), new(AxisKind.Length, length)]));

    public static Shape Image(int channels, int height, int width) =>
        new(new EquatableArray<Axis>([new(AxisKind.Channel, channels), new(AxisKind.Height, height), new(AxisKind.Width, width)]));

    /// <summary>Tokens one after another, which only an embedding reads.</summary>
    /// <param name="length">How many.</param>
    /// <param name="vocabulary">How many different ones there are.</param>
    public static Shape Tokens(int length, int vocabulary) => Vector(length) with { Vocabulary = vocabulary };

    /// <summary>Of tokens, how many different ones there are; zero of values.</summary>
    public int Vocabulary { get; private init; }

    /// <summary>Whether it has tokens, and no values.</summary>
    public bool IsOfTokens => Vocabulary > 0;

    /// <summary>Channels at positions along one axis or two.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="lengths">Positions on each axis.</param>
    public static Shape Of(int channels, IReadOnlyList<int> lengths) =>
        lengths.Count == 1 ? Signal(channels, lengths[0]) : Image(channels, lengths[0], lengths[1]);

    /// <summary>Channels of an image or a signal, features of a vector.</summary>
    public int Channels => Axes[0].Length;

    /// <summary>The axes of the positions: none for a vector.</summary>
    public EquatableArray<Axis> Spatial => Axes.Skip(1).ToEquatableArray();

    /// <summary>How many axes the positions have.</summary>
    public int SpatialRank => Axes.Count - 1;

    /// <summary>Pixels of an image, points of a signal, 1 for a vector.</summary>
    public int Positions
    {
        get
        {
            int positions = 1;
            for (int i = 1; i < Axes.Count; i++)
                positions *= Axes[i].Length;
            return positions;
        }
    }

    /// <summary>Positions along the last axis: columns of an image. 1 for a vector.</summary>
    public int RowLength => SpatialRank == 0 ? 1 : Axes[SpatialRank].Length;

    /// <summary>All values of a sample, however many. The parser refuses what does not fit an int.</summary>
    public long Length
    {
        get
        {
            long length = 1;
            foreach (Axis axis in Axes)
                length = Limits.Multiply(length, axis.Length);
            return length;
        }
    }

    /// <summary>A shape of this rank to go on with where the size is not known.</summary>
    public Shape Smallest => this with { Axes = Axes.Select(axis => axis with { Length = 1 }).ToEquatableArray() };

    /// <summary>The axes as a C# argument list.</summary>
    public string ArgumentList => string.Join(", ", Axes.Select(axis => Invariant($"{axis.Length}")));

    /// <summary>The same positions with other channels.</summary>
    public Shape WithChannels(int channels) => new(Axes.Skip(1).Prepend(new(AxisKind.Channel, channels)).ToEquatableArray());

    /// <summary>Whether the positions are the same, whatever the channels.</summary>
    public bool HasPositionsOf(Shape other) => Spatial.Equals(other.Spatial);

    /// <summary>As messages show it: 128, 4×100, 16×8×8, or 3 tokens of 27.</summary>
    public override string ToString() => IsOfTokens
        ? Invariant($"{NumberText.Counted(Channels, "token")} of {Vocabulary}")
        : string.Join("×", Axes.Select(axis => Invariant($"{axis.Length}")));
}
