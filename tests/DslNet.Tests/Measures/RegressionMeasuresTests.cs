using System.Globalization;
using Xunit;

namespace DslNet.Tests.Measures;

/// <summary>Values of scikit-learn's documentation of mean_absolute_error, mean_squared_error, root_mean_squared_error and r2_score, or of scikit-learn 1.2.1 where nothing else is said.</summary>
public class RegressionMeasuresTests
{
    private const double Near = 1e-12;

    private static readonly float[] s_predictions = [2.5f, 0, 2, 8], s_targets = [3, -0.5f, 2, 7];

    [Fact]
    public void They_are_those_of_the_documentation()
    {
        Equal(new(4, 0.5, 0.375, 0.612372435695794, 0.948608137044968), RegressionMeasures.Of(s_predictions, s_targets));
        RegressionMeasures two = RegressionMeasures.Of([0, 2, -1, 2, 8, -5], [0.5f, 1, -1, 1, 7, -6], outputs: 2);
        Equal(new(3, 0.75, 0.708333333333333, 0.822748612183951, 0.936800526662278), two);
        Equal(new(3, 0.5, 0.416666666666667, Math.Sqrt(1.25 / 3), 0.965437788018433), two.Outputs[0]);
        Equal(new(3, 1, 1, 1, 0.908163265306122), two.Outputs[1]);
    }

    [Fact]
    public void Samples_count_as_their_weights()
    {
        Equal(new(4, 0.571428571428571, 0.357142857142857, Math.Sqrt(2.5 / 7), 0.950704225352113), RegressionMeasures.Of(s_predictions, s_targets, weights: [1, 2, 0, 0.5f]));

        // One that does not count does not begin the mean either.
        Equal(RegressionMeasures.Of(s_predictions, s_targets), RegressionMeasures.Of([100, .. s_predictions], [1, .. s_targets], weights: [0, 1, 1, 1, 1]) with { Count = 4 });
    }

    /// <summary>The examples of r2_score, and its words: of constant targets 1 if predictions are perfect, else 0; not defined of less than two samples.</summary>
    [Theory]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 1, 2, 3 }, 1)]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 2, 2, 2 }, 0)]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 3, 2, 1 }, -3)]
    [InlineData(new float[] { -2, -2, -2 }, new float[] { -2, -2, -2 }, 1)]
    [InlineData(new float[] { -2, -2, -2 }, new float[] { -2, -2, -1.99f }, 0)]
    [InlineData(new float[] { 0.1f, 0.1f, 0.1f }, new float[] { 0.1f, 0.1f, 0.1f }, 1)]
    [InlineData(new float[] { 1 }, new float[] { 1 }, double.NaN)]
    public void Constant_targets_are_explained_or_not(float[] targets, float[] predictions, double r2) =>
        Assert.Equal(r2, RegressionMeasures.Of(predictions, targets).R2, Near);

    [Theory, InlineData(0), InlineData(1e4), InlineData(-1e6)]
    public void A_large_mean_costs_no_digits(double mean)
    {
        var random = new Random(5);
        float[] targets = [.. Enumerable.Range(0, 10_000).Select(_ => (float)(mean + random.NextDouble()))], predictions = [.. targets.Select(target => target + 0.25f * random.Next(2))];
        double average = targets.Average(target => (double)target);
        double expected = 1 - targets.Zip(predictions).Sum(pair => Math.Pow((double)pair.First - pair.Second, 2)) / targets.Sum(target => Math.Pow(target - average, 2));
        Assert.Equal(expected, RegressionMeasures.Of(predictions, targets).R2, 1e-9);
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        RegressionMeasures measures = RegressionMeasures.Of([1, float.NaN], [1, 1]);
        Assert.All([measures.MeanAbsoluteError, measures.MeanSquaredError, measures.RootMeanSquaredError, measures.R2], value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void They_are_a_line_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("MAE 0.5, RMSE 0.6124, R² 0.9486", RegressionMeasures.Of(s_predictions, s_targets).ToString());
            Assert.Equal("MAE 1, RMSE 1, R² -", RegressionMeasures.Of([1], [2]).ToString());
            Assert.Equal("MAE 1.333, RMSE 1.633, R² -3.0000", RegressionMeasures.Of([3, 2, 1], [1, 2, 3]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Refused("targets", "There are 2 predictions but 1 target. Give a target for each prediction.", () => RegressionMeasures.Of([1, 2], [1]));
        Refused("predictions", "There are 3 predictions, not a multiple of the 2 per sample. Give 2 predictions for each sample.", () => RegressionMeasures.Of([1, 2, 3], [1, 2, 3], 2));
        Refused("predictions", "There are 0 samples. Give at least 1.", () => RegressionMeasures.Of([], []));
        Refused("weights", "All weights are 0.", () => RegressionMeasures.Of([1], [1], weights: [0]));
        Refused("weights", "There is 1 sample but 2 weights.", () => RegressionMeasures.Of([1], [1], weights: [0, 1]));
        Refused("outputs", "outputs ('0') must be a non-negative and non-zero value.", () => RegressionMeasures.Of([1], [1], 0));
    }

    private static void Refused(string argument, string message, Func<object> call)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, refused.ParamName);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static void Equal(RegressionMeasures expected, RegressionMeasures actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.MeanAbsoluteError, actual.MeanAbsoluteError, Near);
        Assert.Equal(expected.MeanSquaredError, actual.MeanSquaredError, Near);
        Assert.Equal(expected.RootMeanSquaredError, actual.RootMeanSquaredError, Near);
        Assert.Equal(expected.R2, actual.R2, Near);
    }
}
