namespace Lecture;

/// <summary>Max pooling: of every 2×2 numbers the largest.</summary>
internal static class Part12Pooling
{
    private const int Side = 4;

    public static readonly float[] Numbers = [.. Enumerable.Range(0, Side * Side).Select(number => (float)number)];

    public static float[] Formula(ReadOnlySpan<float> image)
    {
        float[] pooled = new float[Side * Side / 4];
        for (int i = 0; i < pooled.Length; i++)
        {
            int corner = i / 2 * 2 * Side + i % 2 * 2;
            pooled[i] = Math.Max(
                Math.Max(image[corner], image[corner + 1]),
                Math.Max(image[corner + Side], image[corner + Side + 1]));
        }

        return pooled;
    }

    public static float[] Declared(ReadOnlySpan<float> image) => new PoolNet().Answers(image);

    public static void Tell(Page page)
    {
        page.Say("""
            Whether a pattern was found matters more than where exactly. Max pooling keeps the largest of every 2×2 numbers and forgets
            the rest: a quarter of the numbers, and a pattern that moves a little still gives the same answer. [MaxPool2D(2)] has nothing
            to learn:
            """);
        float[] pooled = Declared(Numbers);
        page.Check("formula", Formula(Numbers), [5, 7, 13, 15]);
        page.Check("network", pooled, [5, 7, 13, 15]);
        page.Draw(Picture.Matrix(Numbers, Side), "\nbecomes", "\n" + Picture.Matrix(pooled, Side / 2));
    }
}
