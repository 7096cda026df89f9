using System.Globalization;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>The shape of one sample: a vector, or an image channel by channel.</summary>
internal readonly record struct Extent(int Channels, int Height, int Width, bool IsImage)
{
    public int Length => Channels * Height * Width;

    public int Places => Height * Width;

    public static Extent Vector(int length) => new(length, 1, 1, IsImage: false);

    public static Extent Image(int channels, int height, int width) => new(channels, height, width, IsImage: true);

    public int Index(int channel, int row, int column) => (channel * Height + row) * Width + column;

    public string Arguments => string.Create(
        CultureInfo.InvariantCulture, $"{(IsImage ? $"{Channels}, {Height}, {Width}" : $"{Channels}")}");
}
