namespace Lecture;

/// <summary>The strokes that shapes are made of, as small as a learned pattern.</summary>
internal static class Strokes
{
    /// <summary>The height and the width of a learned pattern.</summary>
    public const int Side = 5;

    private const int Middle = Side / 2;

    /// <summary>Each stroke with whether it has ink in a row and a column; both are counted from the middle.</summary>
    private static readonly (string Name, Func<int, int, bool> HasInk)[] All =
    [
        ("diagonal", (row, column) => row == column),
        ("anti-diagonal", (row, column) => row == -column),
        ("lying", (row, column) => row == 0),
        ("standing", (row, column) => column == 0),
    ];

    /// <summary>The stroke that a pattern answers most to, wherever the stroke lies.</summary>
    public static string BestFor(float[] pattern) => All.MaxBy(stroke => BestAnswer(pattern, stroke.HasInk)).Name;

    private static float BestAnswer(float[] pattern, Func<int, int, bool> hasInk)
    {
        // A lying stroke moves up and down, any other one from side to side.
        bool lies = hasInk(0, 1);
        float best = float.NegativeInfinity;
        for (int shift = -Middle; shift <= Middle; shift++)
            best = Math.Max(best, Part10Pattern.Formula(Draw(hasInk, lies ? shift : 0, lies ? 0 : shift), pattern));
        return best;
    }

    private static float[] Draw(Func<int, int, bool> hasInk, int down, int right) =>
        [.. from row in Enumerable.Range(-Middle, Side)
            from column in Enumerable.Range(-Middle, Side)
            select hasInk(row - down, column - right) ? 1f : 0f];
}
