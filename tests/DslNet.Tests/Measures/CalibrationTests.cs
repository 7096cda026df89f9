using Xunit;

namespace DslNet.Tests.Measures;

public class CalibrationTests
{
    private const double Near = 1e-7;

    /// <summary>The example of calibration_curve.</summary>
    private static readonly float[] s_probabilities = [0.1f, 0.2f, 0.3f, 0.4f, 0.65f, 0.7f, 0.8f, 0.9f, 1];
    private static readonly int[] s_labels = [0, 0, 0, 0, 1, 1, 1, 1, 1];

    [Fact]
    public void Bins_are_those_of_the_documentation()
    {
        Calibration calibration = Calibration.Of(s_probabilities, s_labels, bins: 3);
        Assert.Equal([3, 2, 4], calibration.Bins.Select(bin => bin.Count));
        Assert.Equal([0, 0.5, 1], calibration.Bins.Select(bin => bin.Observed));
        Assert.All(calibration.Bins.Zip([0.2, 0.525, 0.85]), pair => Assert.Equal(pair.Second, pair.First.Predicted, Near));

        // By hand: (3·0.2 + 2·0.025 + 4·0.15) / 9.
        Assert.Equal(1.25 / 9, calibration.Error, Near);
        Assert.Equal(0.2, calibration.LargestError, Near);
        Assert.Equal(9, calibration.Count);
    }

    /// <summary>As numpy's searchsorted from the left: a bound is part of the bin below it.</summary>
    [Theory]
    [InlineData(0f, 0), InlineData(float.Epsilon, 0), InlineData(0.25f, 0), InlineData(0.25000003f, 1), InlineData(0.5f, 1), InlineData(0.75f, 2), InlineData(1f, 3)]
    public void A_bound_is_part_of_the_bin_below(float probability, int bin)
    {
        Calibration calibration = Calibration.Of([probability], [1], bins: 4);
        Assert.Equal(1, calibration.Bins[bin].Count);
        Assert.Equal(1, calibration.Count);
    }

    [Fact]
    public void Every_probability_is_between_the_bounds_of_its_bin()
    {
        for (int bins = 1; bins < 40; bins++)
        {
            for (int i = 0; i <= 200; i++)
            {
                float probability = i / 200f;
                CalibrationBin bin = Assert.Single(Calibration.Of([probability], [0], bins).Bins, bin => bin.Count == 1);
                Assert.True(probability <= bin.Upper && (probability > bin.Lower || bin.Lower == 0), $"{probability} in {bin}");
            }
        }
    }

    [Fact]
    public void A_bin_without_samples_is_no_error()
    {
        Calibration calibration = Calibration.Of([0.05f, 1], [0, 1], bins: 10);
        Assert.Equal(8, calibration.Bins.Count(bin => bin.Count == 0 && double.IsNaN(bin.Predicted) && double.IsNaN(bin.Observed) && double.IsNaN(bin.Error)));
        Assert.Equal(0.025, calibration.Error, Near);
        Assert.Equal(0.05, calibration.LargestError, Near);
        Assert.Equal("0.000 – 0.100: 1 sample, predicted 0.050, observed 0.000", calibration.Bins[0].ToString());
        Assert.Equal("0.100 – 0.200: 0 samples, predicted -, observed -", calibration.Bins[1].ToString());
        Assert.Equal(15, Calibration.Of([0.5f], [0]).Bins.Length);
    }

    /// <summary>By hand: confidences 0.75, 0.75 and 0.5, of which the first and the last are right; the last sample is of no class.</summary>
    [Fact]
    public void Of_several_classes_the_likeliest_counts()
    {
        Calibration calibration = Calibration.OfClasses([0.75f, 0.25f, 0, 0.125f, 0.75f, 0.125f, 0.25f, 0.5f, 0.25f, 0, 0, 1], [0, 2, 1, -100], 3, bins: 2);
        Assert.Equal([new(0, 0.5, 1, 0.5, 1), new(0.5, 1, 2, 0.75, 0.5)], calibration.Bins);
        Assert.Equal((0.5 + 2 * 0.25) / 3, calibration.Error, Near);
        Assert.Equal(
            """
            calibration error 0.333, largest 0.500, 3 samples
                probability  samples  predicted  observed
              0.000 – 0.500        1      0.500     1.000
              0.500 – 1.000        2      0.750     0.500

            """.ReplaceLineEndings("\n"),
            calibration.ToString());
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Calibration.Of([0, 1.5f], [0, 1]));
        Assert.Equal("A probability of sample 1 is 1.5. Give probabilities, from 0 to 1, as PredictProbabilities does; outputs may be logits. (Parameter 'probabilities')", refused.Message);
        Assert.Throws<ArgumentException>(() => Calibration.OfClasses([-1, 1.5f], [0], 2));
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => Calibration.OfClasses([1], [0], 2)).ParamName);
        Assert.Throws<ArgumentException>(() => Calibration.Of([float.NaN], [0]));
        Assert.Throws<ArgumentException>(() => Calibration.Of([], []));
        Assert.Equal("bins", Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([0.5f], [0], 0)).ParamName);
    }
}
