using System.Globalization;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>The shape of one sample: a vector, or a signal or an image channel by channel. A signal has one row.</summary>
/// <param name="Channels">Channels of a signal or an image, features of a vector.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Rank">How many axes the places have: none for a vector, one for a signal, two for an image.</param>
internal readonly record struct Extent(int Channels, int Height, int Width, int Rank)
{
    public int Length => Channels * Height * Width;

    public int Places => Height * Width;

    public bool IsVector => Rank == 0;

    public bool IsSignal => Rank == 1;

    public bool IsImage => Rank == 2;

    /// <summary>The axes, the channels first.</summary>
    public int[] Axes => Rank switch { 0 => [Channels], 1 => [Channels, Width], _ => [Channels, Height, Width] };

    /// <summary>Of tokens, how many different ones there are; zero of values.</summary>
    public int Vocabulary { get; private init; }

    public bool IsOfTokens => Vocabulary > 0;

    public static Extent Tokens(int length, int vocabulary) => Vector(length) with { Vocabulary = vocabulary };

    /// <summary>Whether samples are the frames of sequences.</summary>
    public bool IsOfFrames { get; init; }

    /// <summary>Frames of so many values.</summary>
    public static Extent Frames(int length) => Vector(length) with { IsOfFrames = true };

    /// <summary>Frames that are a token each.</summary>
    public static Extent TokenFrames(int vocabulary) => Tokens(1, vocabulary) with { IsOfFrames = true };

    public static Extent Vector(int length) => new(length, 1, 1, Rank: 0);

    public static Extent Signal(int channels, int length) => new(channels, 1, length, Rank: 1);

    public static Extent Image(int channels, int height, int width) => new(channels, height, width, Rank: 2);

    public int Index(int channel, int row, int column) => (channel * Height + row) * Width + column;

    public string Arguments => string.Join(", ", Axes.Select(axis => axis.ToString(CultureInfo.InvariantCulture)));
}
