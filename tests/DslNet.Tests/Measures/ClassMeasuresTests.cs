using System.Globalization;
using Xunit;

namespace DslNet.Tests.Measures;

/// <summary>Precision, recall and F1 of classes and their averages: values of scikit-learn's documentation, or of scikit-learn 1.2.1 where nothing else is said.</summary>
public class ClassMeasuresTests
{
    private const double Near = 1e-12;

    /// <summary>Of classes 1 and 3 nothing is predicted, and nothing is of class 4; class 5 does not occur.</summary>
    private static readonly int[] s_actual = [0, 1, 2, 2, 2, 3], s_predicted = [0, 0, 2, 2, 4, 4];

    /// <summary>The example of f1_score and precision_recall_fscore_support.</summary>
    [Fact]
    public void Averages_are_those_of_the_documentation()
    {
        ConfusionMatrix matrix = Matrix(3, [0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1]);
        Equal(new(2 / 9.0, 1 / 3.0, 4 / 15.0, 6), matrix.Macro);
        Equal(new(1 / 3.0, 1 / 3.0, 1 / 3.0, 6), matrix.Micro);
        Equal(new(2 / 9.0, 1 / 3.0, 4 / 15.0, 6), matrix.Weighted);
        Equal(new(2 / 3.0, 1, 0.8, 2), matrix.OfClass(0));
        Equal(new(0, 0, 0, 2), matrix.OfClass(1));
        Assert.Equal([0.8, 0, 0], [matrix.F1(0), matrix.F1(1), matrix.F1(2)]);
        Assert.Equal(0.714285714285714, matrix.FBeta(0, 0.5), Near);
        Assert.Equal((matrix.Precision(0), matrix.F1(0)), (matrix.FBeta(0, 0), matrix.FBeta(0, 1)));
    }

    [Theory]
    [InlineData(0, 0.3, 1 / 3.0, 0.293333333333333, 0.583333333333333, 0.5)]
    [InlineData(1, 0.7, 0.533333333333333, 0.293333333333333, 0.916666666666667, 0.5)]
    [InlineData(double.NaN, 0.5, 0.416666666666667, 0.293333333333333, 0.875, 0.5)] // by hand: only what is defined, (½ + 1 + 0) / 3, (½ + 3·1) / 4
    public void What_is_not_defined_counts_as_said(double undefined, double precision, double recall, double f1, double weightedPrecision, double weightedRecall)
    {
        ConfusionMatrix matrix = Matrix(6, s_actual, s_predicted);
        Equal(new(precision, recall, f1, 6), matrix.Average(Averaging.Macro, undefined));
        Equal(new(weightedPrecision, weightedRecall, 0.511111111111111, 6), matrix.Average(Averaging.Weighted, undefined));
        Equal(new(0.5, 0.5, 0.5, 6), matrix.Average(Averaging.Micro, undefined));
    }

    [Fact]
    public void Without_a_class_it_has_nothing_to_say_of_it()
    {
        ConfusionMatrix matrix = Matrix(6, s_actual, s_predicted);
        Equal(new(double.NaN, 0, 0, 1), matrix.OfClass(1));
        Equal(new(0, double.NaN, 0, 0), matrix.OfClass(4));
        Equal(new(double.NaN, double.NaN, double.NaN, 0), matrix.OfClass(5));
        Assert.Equal((3, 0), (matrix.Support(2), matrix.Support(5)));
        Assert.Equal("precision -, recall 0.000, F1 0.000, 1 sample", matrix.OfClass(1).ToString());
    }

    [Theory, InlineData(Averaging.Macro), InlineData(Averaging.Micro), InlineData(Averaging.Weighted)]
    public void Without_samples_there_is_no_average(Averaging averaging)
    {
        Equal(new(double.NaN, double.NaN, double.NaN, 0), new ConfusionMatrix(2).Average(averaging));
        Assert.Equal((double.NaN, double.NaN), (new ConfusionMatrix(2).BalancedAccuracy, new ConfusionMatrix(2).MatthewsCorrelation));
    }

    /// <summary>Class 0 alone is predicted, of which no sample is: what is left weighs nothing, and counts alike.</summary>
    [Fact]
    public void Where_nothing_is_right_averages_are_zero_or_of_what_is_defined()
    {
        ConfusionMatrix matrix = Matrix(2, [1, 1], [0, 0]);
        Equal(new(0, 0, 0, 2), matrix.Macro);
        Equal(new(0, 0, 0, 2), matrix.Average(Averaging.Weighted, double.NaN));
        Equal(new(1, 0, 0, 2), matrix.Average(Averaging.Weighted, 1));
    }

    /// <summary>By hand: 2 of 3 predicted right, and 2 of 4 samples.</summary>
    [Fact]
    public void A_sample_of_no_class_counts_in_recall()
    {
        ConfusionMatrix matrix = Matrix(2, [0, 1, 1, 0], [0, 1, 0, -1]);
        Equal(new(2 / 3.0, 0.5, 4 / 7.0, 4), matrix.Micro);
        Equal(new(0.75, 0.5, (0.5 + 2 / 3.0) / 2, 4), matrix.Macro);

        // s = 4, c = 2; predicted 2, 1 and 1 of none, actual 2 and 2: (2·4 − 4 − 2) / √((16 − 6)·(16 − 8)).
        Assert.Equal(2 / Math.Sqrt(80), matrix.MatthewsCorrelation, Near);
    }

    /// <summary>The examples of balanced_accuracy_score and matthews_corrcoef first.</summary>
    [Fact]
    public void Classes_of_different_size_are_balanced()
    {
        Assert.Equal(0.625, Matrix(2, [0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1]).BalancedAccuracy, Near);
        Assert.Equal(-1 / 3.0, Matrix(2, [1, 1, 1, 0], [1, 0, 1, 1]).MatthewsCorrelation, Near);
        Assert.Equal(0.400891862868637, Matrix(3, [0, 1, 2, 2, 2], [0, 0, 2, 2, 1]).MatthewsCorrelation, Near);
        Assert.Equal(0, Matrix(2, [0, 1, 1], [1, 1, 1]).MatthewsCorrelation);
        Assert.Equal(0.5, Matrix(3, [0, 1, 1], [1, 1, 1]).BalancedAccuracy);
    }

    [Fact]
    public void Many_classes_are_averaged_in_one_pass()
    {
        var matrix = new ConfusionMatrix(int.MaxValue);
        foreach ((int actual, int predicted) in ((int, int)[])[(0, 0), (7, 7), (int.MaxValue - 1, 7)])
            matrix.Add(actual, predicted);
        Equal(new(0.5, 2 / 3.0, (1 + 2 / 3.0) / 3, 3), matrix.Macro);
    }

    /// <summary>The example of classification_report, with three digits.</summary>
    [Fact]
    public void The_report_is_a_table_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            ConfusionMatrix matrix = Matrix(3, [0, 1, 2, 2, 2], [0, 0, 2, 2, 1]);
            Assert.Equal(
                """
                                  precision     recall         F1    samples
                         class 0      0.500      1.000      0.667          1
                         class 1      0.000      0.000      0.000          1
                         class 2      1.000      0.667      0.800          3

                        accuracy                            0.600          5
                   macro average      0.500      0.556      0.489          5
                weighted average      0.700      0.600      0.613          5

                """.ReplaceLineEndings("\n"),
                matrix.Report("class 0", "class 1", "class 2"));
            Assert.Contains("\n               1      0.000      0.000      0.000          1\n", matrix.Report(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        ConfusionMatrix matrix = Matrix(2, [0, 1], [0, 1]);
        Assert.Equal("undefined", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Average(Averaging.Macro, 2)).ParamName);
        Assert.Equal("averaging", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Average((Averaging)3)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.FBeta(0, -1)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.FBeta(0, double.NaN)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.F1(2));
        Assert.StartsWith("There are 2 classes but 1 name. ", Assert.Throws<ArgumentException>(() => matrix.Report("one")).Message, StringComparison.Ordinal);
    }

    private static void Equal(ClassMeasures expected, ClassMeasures actual)
    {
        Assert.Equal(expected.Precision, actual.Precision, Near);
        Assert.Equal(expected.Recall, actual.Recall, Near);
        Assert.Equal(expected.F1, actual.F1, Near);
        Assert.Equal(expected.Support, actual.Support);
    }

    private static ConfusionMatrix Matrix(int classes, int[] actual, int[] predicted)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach ((int is_, int taken) in actual.Zip(predicted))
            matrix.Add(is_, taken);
        return matrix;
    }
}
