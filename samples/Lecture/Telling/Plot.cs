using System.Globalization;

namespace Lecture;

/// <summary>Curves drawn as text.</summary>
internal static class Plot
{
    private const int Columns = 61, Rows = 13;

    /// <summary>Draws curves over each other, the later ones above the earlier ones.</summary>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="curves">Each with the character it is drawn with; NaN where there is nothing to draw.</param>
    public static string Draw(double from, double to, params (char Mark, Func<double, double> Curve)[] curves)
    {
        double[][] values = [.. curves.Select(curve => Sample(from, to, curve.Curve))];
        double lowest = values.SelectMany(row => row).Where(double.IsFinite).Min();
        double highest = values.SelectMany(row => row).Where(double.IsFinite).Max();
        char[][] canvas = [.. Enumerable.Range(0, Rows).Select(_ => new string(' ', Columns).ToCharArray())];
        for (int i = 0; i < curves.Length; i++)
        {
            for (int column = 0; column < Columns; column++)
            {
                double height = (values[i][column] - lowest) / (highest - lowest);
                if (double.IsFinite(height))
                    canvas[Rows - 1 - (int)Math.Round(height * (Rows - 1))][column] = curves[i].Mark;
            }
        }

        string[] labels = new string[Rows];
        (labels[0], labels[^1]) = (Text(highest), Text(lowest));
        int margin = Math.Max(labels[0].Length, labels[^1].Length);
        IEnumerable<string> lines = canvas.Select((row, i) => (labels[i] ?? "").PadLeft(margin) + " |" + new string(row).TrimEnd());
        string right = Text(to);
        string axis = new string(' ', margin + 2) + Text(from).PadRight(Columns - right.Length) + right;
        return string.Join('\n', [.. lines, new string(' ', margin + 1) + '+' + new string('-', Columns), axis]);
    }

    private static double[] Sample(double from, double to, Func<double, double> curve) =>
        [.. Enumerable.Range(0, Columns).Select(column => curve(from + (to - from) * column / (Columns - 1)))];

    private static string Text(double number) => number.ToString("0.0##", CultureInfo.InvariantCulture);
}
