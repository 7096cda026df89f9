using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>Measures of classes and their averages as a table.</summary>
internal static class ClassReport
{
    private const string Accuracy = "accuracy", MacroAverage = "macro average", WeightedAverage = "weighted average";

    private const int Column = 11;

    public static string Text(ConfusionMatrix matrix, ReadOnlySpan<string> names)
    {
        List<(string Name, ClassMeasures Measures)> classes = [];
        foreach ((int @class, ClassTotal total) in matrix.Totals)
            classes.Add((names.IsEmpty ? @class.ToString(CultureInfo.InvariantCulture) : names[@class], total.Measures));

        var text = new StringBuilder();
        int head = classes.Select(one => one.Name.Length).Append(WeightedAverage.Length).Max();
        Append("", "precision", "recall", "F1", "samples");
        foreach ((string name, ClassMeasures measures) in classes)
            AppendMeasures(name, measures);
        text.Append('\n');
        Append(Accuracy, "", "", MeasureText.Of(matrix.Accuracy), Count(matrix.Total));
        AppendMeasures(MacroAverage, matrix.Macro);
        AppendMeasures(WeightedAverage, matrix.Weighted);
        return text.ToString();

        void AppendMeasures(string name, ClassMeasures measures) =>
            Append(name, MeasureText.Of(measures.Precision), MeasureText.Of(measures.Recall), MeasureText.Of(measures.F1), Count(measures.Support));

        void Append(string name, params ReadOnlySpan<string> cells)
        {
            text.Append(name.PadLeft(head));
            foreach (string cell in cells)
                text.Append(cell.PadLeft(Column));
            text.Append('\n');
        }
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
