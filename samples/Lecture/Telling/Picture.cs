using System.Globalization;

namespace Lecture;

/// <summary>Small images: written in this program as text, given to networks as numbers, and shown as either.</summary>
internal static class Picture
{
    private const char Ink = '#', Paper = '.';

    /// <summary>The numbers of an image, row by row: 1 where there is ink, else 0.</summary>
    public static float[] Of(params ReadOnlySpan<string> rows) =>
        [.. string.Concat(rows).Select(character => character == Ink ? 1f : 0f)];

    /// <summary>An image drawn.</summary>
    /// <param name="pixels">Its numbers, row by row; from a half on there is ink.</param>
    /// <param name="width">The length of a row.</param>
    public static string Draw(ReadOnlySpan<float> pixels, int width) =>
        Lines(pixels, width, row => string.Join(' ', row.Select(pixel => pixel >= 0.5f ? Ink : Paper)));

    /// <summary>An image as the matrix that it is.</summary>
    /// <param name="pixels">Its numbers, row by row.</param>
    /// <param name="width">The length of a row.</param>
    public static string Matrix(ReadOnlySpan<float> pixels, int width)
    {
        int cell = pixels.ToArray().Max(pixel => Number(pixel).Length);
        return Lines(pixels, width, row => string.Join(' ', row.Select(pixel => Number(pixel).PadLeft(cell))));
    }

    /// <summary>
    /// A learned pattern drawn: where it wants ink (#, and + a little) and where it wants none (=, and - a little); a dot
    /// where it does not care.
    /// </summary>
    /// <param name="weights">Its numbers, row by row.</param>
    /// <param name="width">The length of a row.</param>
    public static string Pattern(ReadOnlySpan<float> weights, int width)
    {
        float largest = weights.ToArray().Max(Math.Abs);
        return Lines(weights, width, row => string.Join(' ', row.Select(weight => Wish(weight / largest))));
    }

    private static char Wish(float share) => share switch
    {
        >= 0.6f => '#',
        >= 0.25f => '+',
        <= -0.6f => '=',
        <= -0.25f => '-',
        _ => '.',
    };

    private static string Lines(ReadOnlySpan<float> numbers, int width, Func<float[], string> line) =>
        string.Join('\n', numbers.ToArray().Chunk(width).Select(line));

    private static string Number(float number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
