using System.Globalization;

namespace DslNet.Generators.Model;

/// <summary>The shape of one sample at some place of the network: a vector, or an image of channels × height × width.</summary>
internal readonly record struct Shape
{
    private Shape(int channels, int height, int width, bool isImage) =>
        (Channels, Height, Width, IsImage) = (channels, height, width, isImage);

    public static Shape Vector(int features) => new(features, 1, 1, isImage: false);

    public static Shape Image(int channels, int height, int width) => new(channels, height, width, isImage: true);

    /// <summary>Channels of an image, features of a vector.</summary>
    public int Channels { get; }

    public int Height { get; }

    public int Width { get; }

    public bool IsImage { get; }

    /// <summary>Places of an image, 1 for a vector.</summary>
    public int Positions => Height * Width;

    /// <summary>All numbers of a sample. The parser refuses what does not fit an int.</summary>
    public long Length => (long)Channels * Height * Width;

    /// <summary>The axes as a C# argument list.</summary>
    public string ArgumentList => IsImage
        ? string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {2}", Channels, Height, Width)
        : Channels.ToString(CultureInfo.InvariantCulture);

    /// <summary>As messages show it: 128, or 16×8×8.</summary>
    public override string ToString() => IsImage
        ? string.Format(CultureInfo.InvariantCulture, "{0}×{1}×{2}", Channels, Height, Width)
        : Channels.ToString(CultureInfo.InvariantCulture);
}
