using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>A confusion matrix as a table, with what is frequent in its row darker.</summary>
internal static class ConfusionPicture
{
    /// <summary>A table of more classes is larger than anybody reads.</summary>
    public const int MostClasses = 40;

    /// <summary>Rows are actual classes, columns predicted ones.</summary>
    public static XElement Draw(ConfusionMatrix matrix)
    {
        IEnumerable<int> classes = Enumerable.Range(0, matrix.Classes);
        return new XElement(
            "table", new XAttribute("class", "confusion"),
            new XElement("tr", new XElement("th", "actual \\ predicted"), classes.Select(predicted => Number("th", predicted.ToString(CultureInfo.InvariantCulture))), Number("th", "recall")),
            classes.Select(actual => new XElement(
                "tr",
                Number("th", actual.ToString(CultureInfo.InvariantCulture)), classes.Select(predicted => Cell(matrix, actual, predicted)),
                Number("td", matrix.Recall(actual).ToString("F3", CultureInfo.InvariantCulture)))));
    }

    private static XElement Cell(ConfusionMatrix matrix, int actual, int predicted)
    {
        int count = matrix[actual, predicted];
        long all = Enumerable.Range(0, matrix.Classes).Sum(other => (long)matrix[actual, other]);
        string colour = actual == predicted ? "40, 100, 200" : "208, 102, 28";
        XElement cell = Number("td", count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture));
        if (count > 0)
            cell.Add(new XAttribute("style", string.Create(CultureInfo.InvariantCulture, $"background: rgba({colour}, {0.08 + 0.6 * count / all:F2})")));
        return cell;
    }

    private static XElement Number(string kind, string text) => new(kind, new XAttribute("class", "n"), text);
}
