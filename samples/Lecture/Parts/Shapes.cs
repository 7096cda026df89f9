using DslNet;

namespace Lecture;

/// <summary>Images of diagonals, crosses and bars, drawn at random and with noise over them.</summary>
internal static class Shapes
{
    private const int Side = 12, Shortest = 6;

    /// <summary>How many of the pixels are flipped.</summary>
    private const double Noise = 0.03;

    /// <summary>The shapes by their labels.</summary>
    public static IReadOnlyList<string> Names { get; } = ["diagonal", "anti-diagonal", "cross", "lying bar", "standing bar"];

    /// <summary>Images of the shapes by turns.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same images.</param>
    public static Dataset Make(int count, int seed)
    {
        var random = new Random(seed);
        float[] pixels = new float[count * Side * Side];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % Names.Count)];
        for (int i = 0; i < count; i++)
            MakeOne(pixels.AsSpan(i * Side * Side, Side * Side), labels[i], random);
        return Dataset.FromLabels(pixels, labels, Side * Side);
    }

    /// <summary>An image as text.</summary>
    public static string Draw(ReadOnlySpan<float> image) => Picture.Draw(image, Side).Replace(" ", "", StringComparison.Ordinal);

    private static void MakeOne(Span<float> image, int shape, Random random)
    {
        int length = random.Next(Shortest, Side + 1), top = random.Next(Side - length + 1), left = random.Next(Side - length + 1);
        for (int i = 0; i < length; i++)
        {
            if (shape is 0 or 2)
                image[(top + i) * Side + left + i] = 1;
            if (shape is 1 or 2)
                image[(top + i) * Side + left + length - 1 - i] = 1;
            if (shape is 3)
                image[top * Side + left + i] = 1;
            if (shape is 4)
                image[(top + i) * Side + left] = 1;
        }

        foreach (ref float pixel in image)
        {
            if (random.NextDouble() < Noise)
                pixel = 1 - pixel;
        }
    }
}
