using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>A confusion matrix as text that fits a console of 80 columns.</summary>
internal sealed class ConfusionTable
{
    /// <summary>The last column of a console stays free: many go to the next line once it is written.</summary>
    private const int Width = 79;

    /// <summary>A table of more classes is longer than anybody reads.</summary>
    private const int MostClasses = 40;

    private const int MostConfusions = 20, ClearGap = 2, LeastGap = 1;

    private const string Actual = "actual", Predicted = "predicted", Recalled = "recall", Precise = "precision", Fraction = "0.000";

    private readonly ConfusionMatrix _matrix;
    private readonly StringBuilder _table = new();
    private readonly int _cell;
    private readonly int _columns;

    private ConfusionTable(ConfusionMatrix matrix)
    {
        _matrix = matrix;
        int widest = Math.Max(Digits(matrix.Pairs.Select(pair => pair.Count).DefaultIfEmpty().Max()), Math.Max(Digits(matrix.Classes - 1), Fraction.Length));
        int room = Width - Precise.Length - (ClearGap + Recalled.Length);
        _cell = widest + (matrix.Classes * (widest + ClearGap) <= room ? ClearGap : LeastGap);

        // Where not all columns fit, the parts have as many each, but for the last.
        int parts = (matrix.Classes - 1) / (room / _cell) + 1;
        _columns = (matrix.Classes - 1) / parts + 1;
    }

    public static string Text(ConfusionMatrix matrix) =>
        (matrix.Classes > MostClasses ? Confusions(matrix) : new ConfusionTable(matrix).Write()) + OfNoClass(matrix);

    private static string OfNoClass(ConfusionMatrix matrix)
    {
        int none = matrix.Pairs.Where(pair => pair.Predicted == ConfusionMatrix.NoClass).Sum(pair => pair.Count);
        return none == 0 ? "" : $"{Counted.Text(none, "sample")} {Counted.Are(none)} of no class: {Counted.Their(none)} outputs are NaN.\n";
    }

    private string Write()
    {
        for (int from = 0; from < _matrix.Classes; from += _columns)
        {
            if (from > 0)
                _table.Append('\n');
            WritePart(from, Math.Min(from + _columns, _matrix.Classes));
        }

        return _table.ToString();
    }

    private void WritePart(int from, int to)
    {
        bool isLast = to == _matrix.Classes;
        _table.Append(' ', Precise.Length + ClearGap).Append(Predicted).Append('\n');
        WriteLine(Actual, class_ => Text(class_), isLast ? Recalled : "");
        for (int actual = 0; actual < _matrix.Classes; actual++)
        {
            int row = actual;
            WriteLine(Text(actual), predicted => Text(_matrix[row, predicted]), isLast ? MeasureText.Of(_matrix.Recall(actual)) : "");
        }

        WriteLine(Precise, predicted => MeasureText.Of(_matrix.Precision(predicted)), "");

        void WriteLine(string head, Func<int, string> cell, string end)
        {
            _table.Append(head.PadLeft(Precise.Length));
            for (int predicted = from; predicted < to; predicted++)
                _table.Append(cell(predicted).PadLeft(_cell));
            if (end.Length > 0)
                _table.Append(end.PadLeft(ClearGap + Recalled.Length));
            _table.Append('\n');
        }
    }

    private static string Confusions(ConfusionMatrix matrix)
    {
        (int Actual, int Predicted, int Count)[] found = [.. matrix.Pairs.Where(pair => pair.Actual != pair.Predicted && pair.Predicted != ConfusionMatrix.NoClass)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{matrix.Classes:N0} classes, {matrix.Total:N0} {Counted.Noun(matrix.Total, "sample")}, {matrix.Correct:N0} predicted right (accuracy {MeasureText.Of(matrix.Accuracy)})\n");
        if (found.Length == 0)
            return text.ToString();

        (int Actual, int Predicted, int Count)[] shown =
            [.. found.OrderByDescending(confusion => confusion.Count).ThenBy(confusion => confusion.Actual).ThenBy(confusion => confusion.Predicted).Take(MostConfusions)];
        text.Append(shown.Length < found.Length
            ? string.Create(CultureInfo.InvariantCulture, $"the {shown.Length} most frequent of {found.Length:N0} confusions:\n")
            : "all confusions:\n");
        text.Append(CultureInfo.InvariantCulture, $"{Actual,10}{Predicted,12}{"samples",12}\n");
        foreach ((int actual, int predicted, int count) in shown)
            text.Append(CultureInfo.InvariantCulture, $"{actual,10}{predicted,12}{count,12}\n");
        return text.ToString();
    }

    private static int Digits(int number) => Text(number).Length;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
