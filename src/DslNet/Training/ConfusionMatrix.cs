using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>
/// How often samples of each class were taken for which class. Its memory grows with the square of the classes up to 2,048 of them,
/// and beyond only with the pairs that occur.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly ClassCounts _counts;

    /// <summary>A matrix without samples.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Classes = classes;
        _counts = new ClassCounts(classes);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples.</summary>
    public long Total { get; private set; }

    /// <summary>The number of samples predicted right.</summary>
    public long Correct { get; private set; }

    /// <summary>The fraction of samples predicted right; NaN without samples.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>How many samples of a class were taken for a class.</summary>
    /// <param name="actual">What they are.</param>
    /// <param name="predicted">What they were taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => _counts[Checked(actual, nameof(actual)), Checked(predicted, nameof(predicted))];

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">What it is.</param>
    /// <param name="predicted">What it was taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted)
    {
        _counts.Add(Checked(actual, nameof(actual)), Checked(predicted, nameof(predicted)));
        Total++;
        if (actual == predicted)
            Correct++;
    }

    /// <summary>Of the samples taken for a class, the fraction that is of it; NaN if none was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int @class) => (double)this[@class, @class] / _counts.OfPredicted(@class);

    /// <summary>Of the samples of a class, the fraction that was taken for it; NaN if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int @class) => (double)this[@class, @class] / _counts.OfActual(@class);

    /// <summary>
    /// A table: a row for each actual class, a column for each predicted one, with recall beside and precision below. Of more than
    /// 2,048 classes, a list of the pairs that occur most often.
    /// </summary>
    public override string ToString()
    {
        if (!_counts.IsSquare)
            return PairsAsText();
        const string Corner = "actual\\predicted", Recalled = "recall", Precise = "precision";
        int first = Math.Max(Corner.Length, Digits(Classes - 1));
        int width = Math.Max(Digits(_counts.Largest), Math.Max(Digits(Classes - 1), "0.000".Length)) + 2;
        var table = new StringBuilder();
        table.Append(Corner.PadLeft(first));
        for (int predicted = 0; predicted < Classes; predicted++)
            table.Append(Text(predicted).PadLeft(width));
        table.Append(Recalled.PadLeft(Recalled.Length + 2)).Append('\n');
        for (int actual = 0; actual < Classes; actual++)
        {
            table.Append(Text(actual).PadLeft(first));
            for (int predicted = 0; predicted < Classes; predicted++)
                table.Append(Text(this[actual, predicted]).PadLeft(width));
            table.Append(Text(Recall(actual)).PadLeft(Recalled.Length + 2)).Append('\n');
        }

        table.Append(Precise.PadLeft(first));
        for (int predicted = 0; predicted < Classes; predicted++)
            table.Append(Text(Precision(predicted)).PadLeft(width));
        return table.Append('\n').ToString();
    }

    private string PairsAsText()
    {
        const int Most = 20;
        var list = new StringBuilder();
        list.Append(CultureInfo.InvariantCulture, $"{Classes} classes, {Total} samples, {Correct} right\n");
        foreach (((int actual, int predicted), int count) in _counts.Pairs
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Actual).ThenBy(pair => pair.Key.Predicted).Take(Most))
            list.Append(CultureInfo.InvariantCulture, $"{actual} taken for {predicted}: {count}\n");
        return list.ToString();
    }

    private static int Digits(int number) => Text(number).Length;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double fraction) => double.IsNaN(fraction) ? "-" : fraction.ToString("F3", CultureInfo.InvariantCulture);

    private int Checked(int @class, string argument) => (uint)@class < (uint)Classes
        ? @class
        : throw new ArgumentOutOfRangeException(argument, @class, $"There are {Classes} classes, counted from zero.");
}
