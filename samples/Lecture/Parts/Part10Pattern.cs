namespace Lecture;

/// <summary>Convolution as a pattern matcher: a window of an image, multiplied by a pattern and summed.</summary>
internal static class Part10Pattern
{
    public static readonly float[] Diagonal = Picture.Of("#..", ".#.", "..#");
    public static readonly float[] AntiDiagonal = Picture.Of("..#", ".#.", "#..");

    public static float Formula(ReadOnlySpan<float> window, ReadOnlySpan<float> pattern)
    {
        float sum = 0;
        for (int i = 0; i < pattern.Length; i++)
            sum += window[i] * pattern[i];
        return sum;
    }

    public static float Declared(ReadOnlySpan<float> window, ReadOnlySpan<float> pattern)
    {
        var net = new WindowNet();
        net.Conv1.Weight.CopyFrom(pattern);
        return net.Answer(window);
    }

    public static void Tell(Page page)
    {
        page.Say("""
            How well does a piece of an image match a pattern? Lay one on the other, multiply the numbers that meet, and add up: each
            place where both have ink gives 1.
            """);
        Compare(page, AntiDiagonal, 1);
        page.Gap();
        Compare(page, Diagonal, 3);
        page.Say("""
            The diagonal matches itself in three places, and the other one only in the middle. This is a neuron like any other: the
            window is its input and the pattern is its weights. Declared it is [Input(1, 3, 3), Conv2D(1, 3, Bias = false)].
            """);
    }

    private static void Compare(Page page, float[] window, float expected)
    {
        page.Check("formula", Formula(window, Diagonal), expected);
        page.Check("network", Declared(window, Diagonal), expected);
        page.Draw(Picture.Matrix(window, 3), "\non", Picture.Matrix(Diagonal, 3), $"\ngives {Page.Text(expected)}");
    }
}
