using Xunit;

namespace DslNet.Tests.Measures;

/// <summary>ROC and precision-recall curves: values of scikit-learn's documentation, or of scikit-learn 1.2.1 where nothing else is said.</summary>
public class CurveTests
{
    private const double Near = 1e-12;

    /// <summary>The example of roc_curve, precision_recall_curve and average_precision_score.</summary>
    private static readonly float[] s_scores = [0.1f, 0.4f, 0.35f, 0.8f];
    private static readonly int[] s_labels = [0, 0, 1, 1];

    /// <summary>Many equal scores, which floats have exactly.</summary>
    private static readonly float[] s_tied = [0.125f, 0.5f, 0.5f, 0.5f, 0.75f, 0.25f, 0.25f, 0.75f, 1, 0];
    private static readonly int[] s_tiedLabels = [0, 1, 0, 1, 1, 0, 1, 0, 1, 0];
    private static readonly float[] s_weights = [1, 2, 0.5f, 0, 1, 3, 1, 0.25f, 2, 1];

    /// <summary>The example of average_precision_score of several classes.</summary>
    private static readonly float[] s_ofClasses = [0.7f, 0.2f, 0.1f, 0.4f, 0.3f, 0.3f, 0.1f, 0.8f, 0.1f, 0.2f, 0.3f, 0.5f, 0.4f, 0.4f, 0.2f, 0.1f, 0.2f, 0.7f];
    private static readonly int[] s_classes = [0, 0, 1, 1, 2, 2];

    [Fact]
    public void The_ROC_curve_is_that_of_the_documentation()
    {
        RocCurve curve = RocCurve.Of(s_scores, s_labels);
        Equal([(0, 0, double.PositiveInfinity), (0, 0.5, 0.8f), (0.5, 0.5, 0.4f), (0.5, 1, 0.35f), (1, 1, 0.1f)], curve);
        Assert.Equal(0.75, curve.Area);
        Assert.Equal("ROC curve of 5 points, area 0.750", curve.ToString());
        Assert.Equal("threshold ∞: true positive rate 0.000, false positive rate 0.000", curve.Points[0].ToString());
        Assert.Equal("threshold 0.35: true positive rate 1.000, false positive rate 0.500", curve.Points[3].ToString());
    }

    [Fact]
    public void Equal_scores_enter_together()
    {
        RocCurve curve = RocCurve.Of(s_tied, s_tiedLabels, dropIntermediate: false);
        Equal([(0, 0, double.PositiveInfinity), (0, 0.2, 1), (0.2, 0.4, 0.75), (0.4, 0.8, 0.5), (0.6, 1, 0.25), (0.8, 1, 0.125), (1, 1, 0)], curve);
        Assert.Equal(0.76, curve.Area, Near);
        Equal([(0, 0, double.PositiveInfinity), (0, 0.2, 1), (0.2, 0.4, 0.75), (0.4, 0.8, 0.5), (0.6, 1, 0.25), (1, 1, 0)], RocCurve.Of(s_tied, s_tiedLabels));
        Assert.Equal(0.5, RocCurve.Of([3, 3, 3, 3], s_labels).Area);
        Assert.Equal(0.5, PrecisionRecallCurve.Of([3, 3, 3, 3], s_labels).AveragePrecision);
    }

    [Fact]
    public void Points_amid_a_line_are_dropped() =>
        Equal([(0, 0, double.PositiveInfinity), (0, 1 / 3.0, 6), (0, 1, 4), (1, 1, 1)], RocCurve.Of([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]));

    /// <summary>The sample of weight 0 makes no point.</summary>
    [Fact]
    public void Samples_count_as_their_weights()
    {
        RocCurve roc = RocCurve.Of(s_tied, s_tiedLabels, s_weights, dropIntermediate: false);
        Equal([(0, 0, double.PositiveInfinity), (0, 1 / 3.0, 1), (1 / 23.0, 0.5, 0.75), (3 / 23.0, 5 / 6.0, 0.5), (15 / 23.0, 1, 0.25), (19 / 23.0, 1, 0.125), (1, 1, 0)], roc);
        Assert.Equal(0.902173913043478, roc.Area, Near);
        Assert.Equal(0.879598662207358, PrecisionRecallCurve.Of(s_tied, s_tiedLabels, s_weights).AveragePrecision, Near);
        Assert.Equal(3, RocCurve.Of([1, 2, 3], [0, 1, 1], [1, 1, 0], dropIntermediate: false).Points.Length);
    }

    [Fact]
    public void The_precision_recall_curve_is_that_of_the_documentation()
    {
        PrecisionRecallCurve curve = PrecisionRecallCurve.Of(s_scores, s_labels);
        Equal([(0.5, 1, 0.1f), (2 / 3.0, 1, 0.35f), (0.5, 0.5, 0.4f), (1, 0.5, 0.8f), (1, 0, double.PositiveInfinity)], curve);
        Assert.Equal(5 / 6.0, curve.AveragePrecision, Near);
        Assert.Equal("precision-recall curve of 5 points, average precision 0.833", curve.ToString());
        Assert.Equal(0.8, curve.Points[1].F1, Near);
        Assert.Equal("threshold 0.35: precision 0.667, recall 1.000", curve.Points[1].ToString());

        PrecisionRecallCurve tied = PrecisionRecallCurve.Of(s_tied, s_tiedLabels);
        Equal([(0.5, 1, 0), (5 / 9.0, 1, 0.125), (0.625, 1, 0.25), (2 / 3.0, 0.8, 0.5), (2 / 3.0, 0.4, 0.75), (1, 0.2, 1), (1, 0, double.PositiveInfinity)], tied);
        Assert.Equal(0.725, tied.AveragePrecision, Near);
    }

    [Fact]
    public void A_class_that_is_missing_leaves_rates_undefined()
    {
        RocCurve negative = RocCurve.Of([1, 2, 2], [0, 0, 0]), positive = RocCurve.Of([1, 2], [1, 1]);
        Equal([(0, double.NaN, double.PositiveInfinity), (2 / 3.0, double.NaN, 2), (1, double.NaN, 1)], negative);
        Equal([(double.NaN, 0, double.PositiveInfinity), (double.NaN, 0.5, 2), (double.NaN, 1, 1)], positive);
        Assert.Equal((double.NaN, double.NaN), (negative.Area, positive.Area));
        Assert.Equal("ROC curve of 3 points, area -", negative.ToString());

        PrecisionRecallCurve none = PrecisionRecallCurve.Of([1, 2, 2], [0, 0, 0]);
        Equal([(0, 1, 1), (0, 1, 2), (1, 0, double.PositiveInfinity)], none);
        Assert.Equal((0.0, 0.0), (none.AveragePrecision, none.Points[2].F1));
        Assert.Equal(1, PrecisionRecallCurve.Of([1, 2], [1, 1]).AveragePrecision);
    }

    [Fact]
    public void One_class_stands_against_all_others()
    {
        double[] areas = [.. Enumerable.Range(0, 3).Select(@class => RocCurve.OfClass(s_ofClasses, s_classes, 3, @class).Area)];
        Assert.Equal([0.9375, 0.8125, 0.75], areas);
        double[] precisions = [.. Enumerable.Range(0, 3).Select(@class => PrecisionRecallCurve.OfClass(s_ofClasses, s_classes, 3, @class).AveragePrecision)];
        Assert.Equal(0.77, precisions.Average(), 0.01); // as documented
        Assert.Equal(5 / 6.0, precisions[0], Near);

        // A sample of no class is left out.
        Assert.Equal(0.9375, RocCurve.OfClass([.. s_ofClasses, 1, 0, 0], [.. s_classes, -100], 3, 0).Area);
    }

    /// <summary>The probability that a positive sample has a higher score than a negative one, pair by pair.</summary>
    [Fact]
    public void The_area_is_the_share_of_pairs_in_order()
    {
        var random = new Random(3);
        for (int round = 0; round < 50; round++)
        {
            float[] scores = [.. Enumerable.Range(0, 40).Select(_ => (float)random.Next(12))];
            int[] labels = [0, 1, .. Enumerable.Range(0, 38).Select(_ => random.Next(2))];
            double right = 0, pairs = 0;
            for (int i = 0; i < labels.Length; i++)
            {
                for (int j = 0; j < labels.Length; j++)
                {
                    if (labels[i] != 1 || labels[j] != 0)
                        continue;
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }

            Assert.Equal(right / pairs, RocCurve.Of(scores, labels).Area, Near);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Refused("labels", "There are 0 samples. Give at least 1.", () => RocCurve.Of([], []));
        Refused("labels", "There are 2 scores but 1 label. Give a score and a label for each sample.", () => RocCurve.Of([1, 2], [1]));
        Refused("labels", "Sample 1 has the label 2. Give 1 to samples of the class and 0 to the others; of more classes, OfClass or OfClasses takes the labels as they are.", () => RocCurve.Of([1, 2], [1, 2]));
        Refused("scores", "A score of sample 1 is NaN. Give finite scores.", () => PrecisionRecallCurve.Of([1, float.NaN], [1, 0]));
        Refused("scores", "A score of sample 1 is Infinity. Give finite scores.", () => RocCurve.OfClass([1, 2, 3, float.PositiveInfinity], [1, 0], 2, 0));
        Refused("weights", "There are 2 samples but 1 weight. Give one weight for each sample, or none.", () => RocCurve.Of([1, 2], [1, 0], [1]));
        Refused("weights", "The weight of sample 0 is -1. Give each sample a finite weight of at least 0.", () => RocCurve.Of([1, 2], [1, 0], [-1, 1]));
        Refused("weights", "All weights are 0. Give at least one sample a weight above it.", () => RocCurve.Of([1, 2], [1, 0], [0, 0]));
        Refused("labels", "There are 2 classes, 0 to 1, but sample 1 has the label 2. Correct the label, or give −1 to samples that are of no class.", () => RocCurve.OfClass([1, 2, 3, 4], [1, 2], 2, 0));
        Refused("labels", "There are 0 samples of a class. Give at least 1.", () => RocCurve.OfClass([1, 2], [-1], 2, 0));
        Refused("scores", "2 labels need 4 scores of 2 per sample, but 3 were given. Give a score for each class of each sample.", () => RocCurve.OfClass([1, 2, 3], [1, 0], 2, 0));
        Refused("class", "There are 2 classes, counted from zero.", () => RocCurve.OfClass([1, 2], [1], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RocCurve.OfClass([], [], 0, 0));
    }

    private static void Refused(string argument, string message, Func<object> call)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, refused.ParamName);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static void Equal((double FalsePositive, double TruePositive, double Threshold)[] expected, RocCurve curve) =>
        Equal(expected, curve.Points.Select(point => (point.FalsePositiveRate, point.TruePositiveRate, point.Threshold)));

    private static void Equal((double Precision, double Recall, double Threshold)[] expected, PrecisionRecallCurve curve) =>
        Equal(expected, curve.Points.Select(point => (point.Precision, point.Recall, point.Threshold)));

    private static void Equal((double X, double Y, double Threshold)[] expected, IEnumerable<(double X, double Y, double Threshold)> actual)
    {
        Assert.Equal(expected.Select(point => point.Threshold), actual.Select(point => point.Threshold));
        Assert.All(expected.Zip(actual), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, Near);
            Assert.Equal(pair.First.Y, pair.Second.Y, Near);
        });
    }
}
