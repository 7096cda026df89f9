namespace Lecture;

/// <summary>A convolution layer: three patterns, each slid over a 5×5 image of an X.</summary>
internal static class Part11Convolution
{
    private const int Side = 5, Window = 3, Places = Side - Window + 1;

    public static readonly float[] X = Picture.Of("#...#", ".#.#.", "..#..", ".#.#.", "#...#");

    private static readonly float[] SmallX = Picture.Of("#.#", ".#.", "#.#");

    /// <summary>The patterns, and what each finds in the X at the nine places where it can lie.</summary>
    public static IReadOnlyList<(string Name, float[] Pattern, float[] Found)> Patterns { get; } =
    [
        ("the diagonal", Part10Pattern.Diagonal, [3, 0, 1, 0, 3, 0, 1, 0, 3]),
        ("the anti-diagonal", Part10Pattern.AntiDiagonal, [1, 0, 3, 0, 3, 0, 3, 0, 1]),
        ("the small X", SmallX, [3, 0, 3, 0, 5, 0, 3, 0, 3]),
    ];

    /// <summary>Part 10's sum, for every window of an image.</summary>
    public static float[] Formula(ReadOnlySpan<float> image, ReadOnlySpan<float> pattern)
    {
        float[] map = new float[Places * Places];
        for (int i = 0; i < map.Length; i++)
            map[i] = Part10Pattern.Formula(WindowAt(image, i / Places, i % Places), pattern);
        return map;
    }

    /// <summary>The three maps, one behind the other.</summary>
    public static float[] Declared(ReadOnlySpan<float> image)
    {
        var net = new ThreePatternsNet();
        net.Conv1.Weight.CopyFrom([.. Patterns.SelectMany(pattern => pattern.Pattern)]);
        return net.Answers(image);
    }

    public static void Tell(Page page)
    {
        page.Say("""
            An image is larger than a pattern, so the pattern slides over it and is compared at every place. A pattern of 3×3 fits into
            an image of 5×5 at 3×3 places; the nine numbers are called a feature map. A convolution layer has many patterns, and makes a
            map for each of them. The image, and three patterns:
            """);
        page.Draw(Picture.Draw(X, Side), Captioned(Patterns[0]), Captioned(Patterns[1]), Captioned(Patterns[2]));

        float[] maps = Declared(X);
        page.Say("What [Input(1, 5, 5), Conv2D(3, 3, Bias = false)] finds:");
        for (int i = 0; i < Patterns.Count; i++)
        {
            page.Check("formula", Formula(X, Patterns[i].Pattern), Patterns[i].Found);
            page.Check("network", maps.AsSpan(i * Places * Places, Places * Places), Patterns[i].Found);
        }

        page.Draw([.. maps.Chunk(Places * Places).Select((map, i) => Picture.Matrix(map, Places) + "\n" + Patterns[i].Name)]);
        page.Say("The large numbers say what is where: the small X scores 5, all it has, in the middle, and nowhere else.");
    }

    private static string Captioned((string Name, float[] Pattern, float[] Found) pattern) =>
        Picture.Draw(pattern.Pattern, Window) + "\n" + pattern.Name;

    private static float[] WindowAt(ReadOnlySpan<float> image, int row, int column)
    {
        List<float> window = [];
        for (int i = 0; i < Window; i++)
            window.AddRange(image.Slice((row + i) * Side + column, Window));
        return [.. window];
    }
}
