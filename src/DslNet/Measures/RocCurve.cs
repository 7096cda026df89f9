using System.Collections.Immutable;

namespace DslNet;

/// <summary>
/// The receiver operating characteristic: what fraction of the positive samples a threshold finds, against what fraction of the negative ones it takes for positive.
/// </summary>
/// <remarks>
/// The points of scikit-learn's <c>roc_curve</c>: one for each score that occurs, so that samples with equal scores enter together, after one at (0, 0) for a threshold above all scores.
/// Source: T. Fawcett, <em>An introduction to ROC analysis</em>, Pattern Recognition Letters 27 (2006).
/// </remarks>
/// <example><code>double area = RocCurve.Of(probabilities, labels).Area;</code></example>
public sealed class RocCurve
{
    private RocCurve(IReadOnlyList<ThresholdCounts> steps, bool dropIntermediate)
    {
        (double positives, double negatives) = (steps[^1].TruePositives, steps[^1].FalsePositives);
        (double x, double y) = (0, 0);
        ImmutableArray<RocPoint>.Builder points = ImmutableArray.CreateBuilder<RocPoint>();
        points.Add(PointOf(default) with { Threshold = double.PositiveInfinity });
        for (int i = 0; i < steps.Count; i++)
        {
            RocPoint point = PointOf(steps[i]);
            Area += (point.FalsePositiveRate - x) * (point.TruePositiveRate + y) / 2;
            (x, y) = (point.FalsePositiveRate, point.TruePositiveRate);
            if (!dropIntermediate || i == 0 || i == steps.Count - 1 || IsCorner(steps[i - 1], steps[i], steps[i + 1]))
                points.Add(point);
        }

        Points = points.ToImmutable();

        // 0 / 0 where a class is missing.
        RocPoint PointOf(ThresholdCounts step) => new(step.FalsePositives / negatives, step.TruePositives / positives, step.Threshold);
    }

    /// <summary>The points by decreasing threshold, from (0, 0) to (1, 1). Rates of a class that no sample is of are NaN.</summary>
    public ImmutableArray<RocPoint> Points { get; }

    /// <summary>
    /// The area under the curve by the trapezoidal rule, scikit-learn's <c>roc_auc_score</c>: the probability that a positive sample has a higher score than a negative one, where equal
    /// scores count half. NaN if all samples are of one class.
    /// </summary>
    public double Area { get; }

    /// <summary>The curve of two classes.</summary>
    /// <param name="scores">A finite score for each sample, the higher the likelier it is positive: a probability, or a logit.</param>
    /// <param name="labels">1 for each sample that is positive, 0 for each that is not.</param>
    /// <param name="weights">How much each sample counts; all alike if there are none.</param>
    /// <param name="dropIntermediate">Leaves out points amid a straight line, by scikit-learn's rule: those as far from the one before as from the one after.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a score is not finite, a label is neither 0 nor 1, or a weight is negative or not finite, or all are 0.</exception>
    public static RocCurve Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights = default, bool dropIntermediate = true) =>
        new(ThresholdCounts.Of(scores, labels, weights), dropIntermediate);

    /// <summary>The curve of one of several classes against all others.</summary>
    /// <param name="scores">samples × classes: a finite score for each class.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="class">The class that is positive.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a score is not finite, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static RocCurve OfClass(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, int @class)
    {
        (float[] ofClass, int[] isOfClass) = ClassSamples.OfClass(scores, labels, classes, @class);
        return Of(ofClass, isOfClass);
    }

    /// <summary>One line: the area, and how many points the curve has.</summary>
    public override string ToString() => $"ROC curve of {Counted.Text(Points.Length, "point")}, area {MeasureText.Of(Area)}";

    /// <summary>Counts, not rates: they are exact.</summary>
    private static bool IsCorner(ThresholdCounts before, ThresholdCounts step, ThresholdCounts after) =>
        after.TruePositives - step.TruePositives != step.TruePositives - before.TruePositives
        || after.FalsePositives - step.FalsePositives != step.FalsePositives - before.FalsePositives;
}
