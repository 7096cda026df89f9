using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>Whether probabilities are what they say: of samples predicted with 0.8, whether four in five come true.</summary>
/// <remarks>
/// Samples are divided into bins of equal width by their predicted probability: the reliability diagram, and scikit-learn's <c>calibration_curve</c> but for bins without
/// samples, which that leaves out. Sources: M. Pakdaman Naeini et al., <em>Obtaining well calibrated probabilities using Bayesian binning</em> (2015); C. Guo et al.,
/// <em>On calibration of modern neural networks</em> (2017), which takes 15 bins.
/// </remarks>
/// <example><code>double error = Calibration.OfClasses(probabilities, labels, classes: 10).Error;</code></example>
public sealed class Calibration
{
    private const int UsualBins = 15;

    private Calibration(ImmutableArray<CalibrationBin> bins)
    {
        Bins = bins;
        Count = bins.Sum(bin => bin.Count);
        IEnumerable<CalibrationBin> filled = bins.Where(bin => bin.Count > 0);
        Error = filled.Sum(bin => bin.Count * bin.Error) / Count;
        LargestError = filled.Max(bin => bin.Error);
    }

    /// <summary>The bins, from probability 0 to 1, those without samples among them.</summary>
    public ImmutableArray<CalibrationBin> Bins { get; }

    /// <summary>How many samples there are.</summary>
    public int Count { get; }

    /// <summary>The expected calibration error (ECE): the mean of the bins' errors, each counted as often as it has samples.</summary>
    public double Error { get; }

    /// <summary>The maximum calibration error (MCE): the largest error of a bin with samples.</summary>
    public double LargestError { get; }

    /// <summary>Of two classes: how often samples are positive, by the probability with which they were predicted to be.</summary>
    /// <param name="probabilities">The probability, for each sample, that it is positive.</param>
    /// <param name="labels">1 for each sample that is positive, 0 for each that is not.</param>
    /// <param name="bins">How many bins there are.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is neither 0 nor 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static Calibration Of(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int bins = UsualBins)
    {
        ClassSamples.Check(probabilities, labels);
        ClassSamples.CheckProbabilities(probabilities, 1);
        var sums = new CalibrationSums(bins);
        for (int i = 0; i < labels.Length; i++)
            sums.Add(probabilities[i], labels[i] == ClassSamples.Positive);
        return new(sums.Bins());
    }

    /// <summary>Of several classes: how often the likeliest class is right, by its probability, the confidence.</summary>
    /// <param name="probabilities">samples × classes: the probability of each class.</param>
    /// <param name="labels">The class of each sample; those with a label below zero are of no class, and left out.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="bins">How many bins there are.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, a probability is not from 0 to 1, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin or no class.</exception>
    public static Calibration OfClasses(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes, int bins = UsualBins)
    {
        ClassSamples.Check(probabilities, labels, classes);
        ClassSamples.CheckProbabilities(probabilities, classes);
        var sums = new CalibrationSums(bins);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
                continue;
            ReadOnlySpan<float> ofSample = probabilities.Slice(i * classes, classes);
            int likeliest = ValueSearch.IndexOfLargest(ofSample);
            sums.Add(ofSample[likeliest], likeliest == labels[i]);
        }

        return new(sums.Bins());
    }

    /// <summary>The errors, and a table of the bins that have samples.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"calibration error {MeasureText.Of(Error)}, largest {MeasureText.Of(LargestError)}, {Counted.Text(Count, "sample")}\n");
        text.Append(CultureInfo.InvariantCulture, $"{"probability",15}{"samples",9}{"predicted",11}{"observed",10}\n");
        foreach (CalibrationBin bin in Bins.Where(bin => bin.Count > 0))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{$"{MeasureText.Of(bin.Lower)} – {MeasureText.Of(bin.Upper)}",15}{bin.Count,9}{MeasureText.Of(bin.Predicted),11}{MeasureText.Of(bin.Observed),10}\n");
        }

        return text.ToString();
    }
}
