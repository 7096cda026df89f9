namespace DslNet;

/// <summary>
/// How often samples of each class were taken for which class. Its memory grows with the square of the classes up to 2,048 of them,
/// and beyond only with the pairs that occur.
/// </summary>
/// <remarks>
/// A sample whose outputs are NaN is taken for no class, which is written −1. It counts as wrong, in <see cref="Total"/> and in the recall of its class.
/// </remarks>
public sealed partial class ConfusionMatrix
{
    /// <summary>The class of a sample with an output that is NaN.</summary>
    internal const int NoClass = -1;

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
    /// <param name="predicted">What they were taken for; −1 for no class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => _counts[Checked(actual, nameof(actual)), CheckedOrNone(predicted)];

    /// <summary>The pairs that occur.</summary>
    internal IEnumerable<(int Actual, int Predicted, int Count)> Pairs => _counts.Pairs;

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">What it is.</param>
    /// <param name="predicted">What it was taken for; −1 for no class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted)
    {
        _counts.Add(Checked(actual, nameof(actual)), CheckedOrNone(predicted));
        Total++;
        if (actual == predicted)
            Correct++;
    }

    /// <summary>Of the samples taken for a class, the fraction that is of it; NaN if none was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int @class) => TotalOf(@class).Precision;

    /// <summary>Of the samples of a class, the fraction that was taken for it; NaN if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int @class) => TotalOf(@class).Recall;

    /// <summary>
    /// A table: a row for each actual class, a column for each predicted one, with recall beside and precision below, no line of it longer
    /// than 79 characters: columns that do not fit follow below. Of more than 40 classes, the most frequent confusions instead. A last line says
    /// how many samples are of no class, if any.
    /// </summary>
    public override string ToString() => ConfusionTable.Text(this);

    private int CheckedOrNone(int predicted) => predicted == NoClass ? predicted : Checked(predicted, nameof(predicted));

    private int Checked(int @class, string argument) => (uint)@class < (uint)Classes
        ? @class
        : throw new ArgumentOutOfRangeException(argument, @class, $"There {Counted.Are(Classes)} {Counted.Text(Classes, "class", "classes")}, counted from zero.");
}
