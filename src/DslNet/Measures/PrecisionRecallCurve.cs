using System.Collections.Immutable;

namespace DslNet;

/// <summary>How precise a threshold is, against what fraction of the positive samples it finds. Where these are few it says more than a <see cref="RocCurve"/>.</summary>
/// <remarks>
/// The points of scikit-learn's <c>precision_recall_curve</c>: one for each score that occurs, so that samples with equal scores enter together, and a last one of precision 1 and
/// recall 0 for a threshold above all scores. If no sample is positive the recall of all others is 1, and the average precision 0, as there.
/// </remarks>
/// <example><code>double average = PrecisionRecallCurve.Of(probabilities, labels).AveragePrecision;</code></example>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(List<ThresholdCounts> steps)
    {
        double positives = steps[^1].TruePositives, recall = 0;
        ImmutableArray<PrecisionRecallPoint>.Builder points = ImmutableArray.CreateBuilder<PrecisionRecallPoint>(steps.Count + 1);
        points.Add(new(1, 0, double.PositiveInfinity));
        foreach (ThresholdCounts step in steps)
        {
            PrecisionRecallPoint point = new(step.TruePositives / (step.TruePositives + step.FalsePositives), positives == 0 ? 1 : step.TruePositives / positives, step.Threshold);
            AveragePrecision += (point.Recall - recall) * point.Precision;
            recall = point.Recall;
            points.Add(point);
        }

        points.Reverse();
        Points = points.MoveToImmutable();
    }

    /// <summary>The points by increasing threshold: recall decreases from 1 to 0.</summary>
    public ImmutableArray<PrecisionRecallPoint> Points { get; }

    /// <summary>
    /// The area under the curve as steps, Σ (Rₙ − Rₙ₋₁)·Pₙ, scikit-learn's <c>average_precision_score</c>. Straight lines between the points, as the trapezoidal rule has them, would
    /// promise more than any threshold gives.
    /// </summary>
    public double AveragePrecision { get; }

    /// <summary>The curve of two classes.</summary>
    /// <param name="scores">A finite score for each sample, the higher the likelier it is positive: a probability, or a logit.</param>
    /// <param name="labels">1 for each sample that is positive, 0 for each that is not.</param>
    /// <param name="weights">How much each sample counts; all alike if there are none.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a score is not finite, a label is neither 0 nor 1, or a weight is negative or not finite, or all are 0.</exception>
    public static PrecisionRecallCurve Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights = default) =>
        new(ThresholdCounts.Of(scores, labels, weights));

    /// <summary>The curve of one of several classes against all others.</summary>
    /// <param name="scores">samples × classes: a finite score for each class.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="class">The class that is positive.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a score is not finite, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static PrecisionRecallCurve OfClass(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, int @class)
    {
        (float[] ofClass, int[] isOfClass) = ClassSamples.OfClass(scores, labels, classes, @class);
        return Of(ofClass, isOfClass);
    }

    /// <summary>One line: the average precision, and how many points the curve has.</summary>
    public override string ToString() => $"precision-recall curve of {Counted.Text(Points.Length, "point")}, average precision {MeasureText.Of(AveragePrecision)}";
}
