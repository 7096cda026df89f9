using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>Filters of a convolution over images of one channel or three, as pictures.</summary>
internal static class FilterPicture
{
    private const int MostFilters = 64, InRow = 16, Gap = 4;

    private const double Side = 36;

    /// <summary>Whether a parameter is such filters.</summary>
    public static bool CanDraw(ParameterDescription parameter) =>
        parameter.Role == "weight" && parameter.Shape.Rank == 4 && parameter.Shape[1] is 1 or 3 && parameter.Shape[2] > 1 && parameter.Shape[3] > 1;

    /// <summary>Draws the first of them: of one channel in grey, of three in their colours; zero is the middle.</summary>
    public static XElement Draw(ParameterTensor filters)
    {
        TensorShape shape = filters.Shape;
        int count = Math.Min(shape[0], MostFilters), channels = shape[1], rows = shape[2], columns = shape[3];
        double pixel = Side / Math.Max(rows, columns);
        List<XElement> pixels = [];
        for (int filter = 0; filter < count; filter++)
        {
            double left = filter % InRow * (Side + Gap), top = filter / InRow * (Side + Gap);
            float most = Enumerable.Range(0, channels * rows * columns).Max(i => Math.Abs(filters[filter, i / (rows * columns), i / columns % rows, i % columns]));
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int[] colour = [.. Enumerable.Range(0, 3).Select(channel => Level(filters[filter, channels == 1 ? 0 : channel, row, column], most))];
                    string fill = string.Create(CultureInfo.InvariantCulture, $"#{colour[0]:x2}{colour[1]:x2}{colour[2]:x2}");
                    pixels.Add(Svg.Rectangle(left + column * pixel, top + row * pixel, pixel, pixel, new XAttribute("fill", fill)));
                }
            }
        }

        return Svg.Picture(Math.Min(count, InRow) * (Side + Gap), ((count - 1) / InRow + 1) * (Side + Gap), pixels);
    }

    private static int Level(float value, float most) => float.IsFinite(value) && most > 0 ? Math.Clamp((int)(127.5 + 127.5 * value / most), 0, 255) : 128;
}
