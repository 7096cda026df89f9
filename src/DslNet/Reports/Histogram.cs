using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>How often values occur.</summary>
internal static class Histogram
{
    private const double Width = 200, Height = 90, Base = 72;

    private const int Bins = 25;

    /// <summary>Draws the values between the least and the greatest one, in bins of equal width.</summary>
    public static XElement Draw(ReadOnlySpan<float> values)
    {
        float least = float.PositiveInfinity, most = float.NegativeInfinity;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        if (least > most)
            return Svg.Picture(Width, Height, Svg.Label(Width / 2, Base, "middle", "no finite value"));
        int[] counts = new int[Bins];
        double width = (double)most - least;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                counts[width == 0 ? Bins / 2 : Math.Min(Bins - 1, (int)((value - (double)least) / width * Bins))]++;
        }

        int highest = counts.Max();
        XAttribute Bar() => new("class", "bar");
        return Svg.Picture(
            Width, Height,
            counts.Index().Where(bin => bin.Item > 0)
                .Select(bin => Svg.Rectangle(bin.Index * Width / Bins, Base - Base * bin.Item / highest, Width / Bins - 1, Base * bin.Item / highest, Bar())),
            Svg.Line(0, Base, Width, Base, "grid"),
            Svg.Label(0, Height - 4, "start", least.ToString("G3", CultureInfo.InvariantCulture)),
            Svg.Label(Width, Height - 4, "end", most.ToString("G3", CultureInfo.InvariantCulture)));
    }
}
