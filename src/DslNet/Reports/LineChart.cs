using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>Values of epochs as lines.</summary>
internal static class LineChart
{
    private const double Width = 440, Height = 220, Left = 56, Right = 12, Top = 10, Bottom = 28;

    private const int Lines = 4;

    /// <summary>Draws one or two lines. Values that are not finite are left out.</summary>
    /// <param name="first">A value an epoch.</param>
    /// <param name="second">As many; null for one line.</param>
    public static XElement Draw(IReadOnlyList<double> first, IReadOnlyList<double>? second = null)
    {
        double[] finite = [.. first.Concat(second ?? []).Where(double.IsFinite)];
        double least = finite.DefaultIfEmpty().Min(), most = finite.DefaultIfEmpty().Max();

        // What spans several orders of magnitude is shown by its logarithm.
        bool isLogarithmic = least > 0 && most / least > 50;
        if (isLogarithmic)
            (least, most) = (Math.Log10(least), Math.Log10(most));
        if (least == most)
        {
            double half = most == 0 ? 1 : Math.Abs(most) / 2;
            (least, most) = (least - half, most + half);
        }

        double X(int epoch) => Left + (Width - Left - Right) * (first.Count == 1 ? 0.5 : (double)epoch / (first.Count - 1));
        double Y(double value) => Height - Bottom - (Height - Top - Bottom) * ((isLogarithmic ? Math.Log10(value) : value) - least) / (most - least);

        List<object> content = [];
        for (int line = 0; line <= Lines; line++)
        {
            double part = least + (most - least) * line / Lines, value = isLogarithmic ? Math.Pow(10, part) : part;
            content.Add(Svg.Line(Left, Y(value), Width - Right, Y(value), "grid"));
            content.Add(Svg.Label(Left - 6, Y(value) + 4, "end", value.ToString("G3", CultureInfo.InvariantCulture)));
        }

        content.Add(Svg.Label(X(0), Height - 8, "middle", "1"));
        if (first.Count > 1)
            content.Add(Svg.Label(X(first.Count - 1), Height - 8, "middle", first.Count.ToString(CultureInfo.InvariantCulture)));
        content.AddRange(Series(first, "a", X, Y));
        content.AddRange(Series(second ?? [], "b", X, Y));
        return Svg.Picture(Width, Height, [.. content]);
    }

    private static IEnumerable<XElement> Series(IReadOnlyList<double> values, string kind, Func<int, double> x, Func<double, double> y)
    {
        (int Epoch, double Value)[] known = [.. values.Index().Where(each => double.IsFinite(each.Item))];
        if (known.Length > 1)
        {
            yield return new XElement(
                "polyline", new XAttribute("class", kind), new XAttribute("stroke-width", "1.8"),
                new XAttribute("points", string.Join(' ', known.Select(each => $"{Svg.Text(x(each.Epoch))},{Svg.Text(y(each.Value))}"))));
        }

        // The last point, and each of few.
        foreach ((int epoch, double value) in known.Length <= 30 ? known : known[^1..])
            yield return new XElement("circle", new XAttribute("cx", Svg.Text(x(epoch))), new XAttribute("cy", Svg.Text(y(value))), new XAttribute("r", "2.4"), new XAttribute("class", $"{kind} point"));
    }
}
