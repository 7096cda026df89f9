using DslNet;

namespace DrawnShapes;

/// <summary>Images of 32×32 pixels with a shape of one colour on a ground of another, and noise over both.</summary>
internal static class Drawings
{
    /// <summary>The height and the width of an image.</summary>
    public const int Side = 32;

    private const int Channels = 3;

    // How far apart the two colours are at least, and how much of noise there is in each pixel.
    private const float LeastContrast = 0.5f, Noise = 0.1f;

    /// <summary>Draws images, of each kind as many.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same images.</param>
    public static Dataset Draw(int count, int seed)
    {
        int kinds = Enum.GetValues<ShapeKind>().Length;
        var random = new Random(seed);
        float[] pixels = new float[count * Channels * Side * Side];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % kinds;
            Draw(Shape.Random((ShapeKind)labels[i], random), pixels.AsSpan(i * Channels * Side * Side, Channels * Side * Side), random);
        }

        return Dataset.FromLabels(pixels, labels, Channels * Side * Side);
    }

    private static void Draw(Shape shape, Span<float> pixels, Random random)
    {
        (float[] ground, float[] colour) = Colours(random);
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                float[] drawn = shape.Contains(column, row) ? colour : ground;
                for (int channel = 0; channel < Channels; channel++)
                    pixels[(channel * Side + row) * Side + column] = drawn[channel] + Noise * Normal(random);
            }
        }
    }

    private static (float[] Ground, float[] Colour) Colours(Random random)
    {
        while (true)
        {
            float[] ground = Colour(random), colour = Colour(random);
            if (ground.Zip(colour, (a, b) => MathF.Abs(a - b)).Max() > LeastContrast)
                return (ground, colour);
        }
    }

    private static float[] Colour(Random random) => [random.NextSingle(), random.NextSingle(), random.NextSingle()];

    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
