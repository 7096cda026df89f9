namespace DslNet;

public sealed partial class ConfusionMatrix
{
    /// <summary>Precision, recall and F1 as means over the classes that occur, each counted once; what is not defined counts as 0.</summary>
    /// <remarks>scikit-learn's <c>average="macro"</c>; see <see cref="Average"/>.</remarks>
    public ClassMeasures Macro => Average(Averaging.Macro);

    /// <summary>Precision, recall and F1 over all samples at once. Where no output is NaN all three are the accuracy.</summary>
    /// <remarks>scikit-learn's <c>average="micro"</c>; see <see cref="Average"/>.</remarks>
    public ClassMeasures Micro => Average(Averaging.Micro);

    /// <summary>Precision, recall and F1 as means over the classes that occur, each counted as often as samples are of it; what is not defined counts as 0.</summary>
    /// <remarks>scikit-learn's <c>average="weighted"</c>; see <see cref="Average"/>.</remarks>
    public ClassMeasures Weighted => Average(Averaging.Weighted);

    /// <summary>The mean recall of the classes that samples are of; NaN without samples.</summary>
    /// <remarks>scikit-learn's <c>balanced_accuracy_score</c>. Source: K. Brodersen et al., <em>The balanced accuracy and its posterior distribution</em> (2010).</remarks>
    public double BalancedAccuracy => Totals.Values.Where(total => total.Actual > 0).Select(total => total.Recall).DefaultIfEmpty(double.NaN).Average();

    /// <summary>
    /// The correlation of actual and predicted classes, from −1 to 1, (c·s − Σ pₖ·tₖ) / √((s² − Σ pₖ²)·(s² − Σ tₖ²)) of s samples, c of them right, of which tₖ are of class k and
    /// pₖ were taken for it. 0 where all samples are of one class or were taken for one; NaN without samples.
    /// </summary>
    /// <remarks>scikit-learn's <c>matthews_corrcoef</c>. Source: J. Gorodkin, <em>Comparing two K-category assignments by a K-category correlation coefficient</em> (2004).</remarks>
    public double MatthewsCorrelation
    {
        get
        {
            double samples = Total, none = _counts.OfPredicted(NoClass);
            ICollection<ClassTotal> totals = Totals.Values;
            double both = Correct * samples - totals.Sum(total => (double)total.Actual * total.Predicted);
            double predicted = samples * samples - none * none - totals.Sum(total => (double)total.Predicted * total.Predicted);
            double actual = samples * samples - totals.Sum(total => (double)total.Actual * total.Actual);
            return Total == 0 ? double.NaN : predicted * actual == 0 ? 0 : both / Math.Sqrt(predicted * actual);
        }
    }

    /// <summary>Of each class that occurs, as one that samples are of or were taken for. One pass, however many classes there are.</summary>
    internal SortedDictionary<int, ClassTotal> Totals
    {
        get
        {
            SortedDictionary<int, ClassTotal> totals = [];
            foreach ((int actual, int predicted, int count) in Pairs)
            {
                totals[actual] = totals.GetValueOrDefault(actual) + new ClassTotal(actual == predicted ? count : 0, count, 0);
                if (predicted != NoClass)
                    totals[predicted] = totals.GetValueOrDefault(predicted) + new ClassTotal(0, 0, count);
            }

            return totals;
        }
    }

    /// <summary>How many samples are of a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Support(int @class) => TotalOf(@class).Actual;

    /// <summary>
    /// The harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN) of true positives, false positives and false negatives; NaN if no sample is of the class or was taken for it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int @class) => TotalOf(@class).FBeta(1);

    /// <summary>
    /// The harmonic mean of precision and recall in which recall counts β times as much, (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP); NaN if no sample is of the class or was taken for it.
    /// </summary>
    /// <remarks>Source: C. J. van Rijsbergen, <em>Information Retrieval</em> (1979), chapter 7.</remarks>
    /// <param name="class">The class.</param>
    /// <param name="beta">How much more recall counts than precision; finite, and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or β is negative or not finite.</exception>
    public double FBeta(int @class, double beta) => double.IsFinite(beta) && beta >= 0
        ? TotalOf(@class).FBeta(beta)
        : throw new ArgumentOutOfRangeException(nameof(beta), beta, "Give a finite β of at least 0; with 1 it is F1.");

    /// <summary>Precision, recall, F1 and the number of samples of a class; NaN where one is not defined.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public ClassMeasures OfClass(int @class) => TotalOf(@class).Measures;

    /// <summary>Precision, recall and F1 of all classes as one figure each.</summary>
    /// <remarks>
    /// As scikit-learn's <c>precision_recall_fscore_support</c>, means are over the classes that occur: those that samples are of or were taken for. The precision of a class that no
    /// sample was taken for is not defined, nor is the recall of one that no sample is of. A sample whose outputs are NaN was taken for no class: it counts in recall and F1 only.
    /// </remarks>
    /// <param name="averaging">How they become one.</param>
    /// <param name="undefined">What counts for a figure that is not defined: scikit-learn's <c>zero_division</c>. From 0 to 1, or NaN to leave it out of the mean.</param>
    /// <returns>The averages, and the number of all samples; NaN without samples, or if nothing is left to take the mean of.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average, or what counts for undefined figures is neither from 0 to 1 nor NaN.</exception>
    public ClassMeasures Average(Averaging averaging, double undefined = 0) => undefined is >= 0 and <= 1 or double.NaN
        ? Total == 0 ? new(double.NaN, double.NaN, double.NaN, 0) : ClassAverage.Of(Totals.Values, averaging, undefined)
        : throw new ArgumentOutOfRangeException(nameof(undefined), undefined, "Give a value from 0 to 1, or NaN to leave out what is not defined.");

    /// <summary>A table: precision, recall, F1 and samples of each class that occurs, then the accuracy and the averages, as scikit-learn's <c>classification_report</c>.</summary>
    /// <param name="names">A name for each class; their indices if none are given.</param>
    /// <exception cref="ArgumentException">There are names, but not one for each class.</exception>
    public string Report(params ReadOnlySpan<string> names) => names.IsEmpty || names.Length == Classes
        ? ClassReport.Text(this, names)
        : throw new ArgumentException($"There {Counted.Are(Classes)} {Counted.Text(Classes, "class", "classes")} but {Counted.Text(names.Length, "name")}. Give one name for each class, or none.", nameof(names));

    private ClassTotal TotalOf(int @class) => new(this[@class, @class], _counts.OfActual(@class), _counts.OfPredicted(@class));
}
