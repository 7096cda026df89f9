using System.Globalization;
using Xunit;

namespace DslNet.Tests.Measures;

public class ConfusionMatrixTests
{
    [Fact]
    public void Precision_looks_down_a_column_and_recall_along_a_row()
    {
        ConfusionMatrix matrix = Example();
        Assert.Equal((6, 4), (matrix.Total, matrix.Correct));
        Assert.Equal(2 / 3.0, matrix.Accuracy);
        Assert.Equal(0.75, matrix.Precision(0));
        Assert.Equal(0.75, matrix.Recall(0));
        Assert.Equal(0.5, matrix.Recall(1));
        Assert.Equal(double.NaN, matrix.Recall(2));
        Assert.Equal(double.NaN, matrix.Precision(2));
        Assert.Equal(double.NaN, new ConfusionMatrix(2).Accuracy);
    }

    [Fact]
    public void It_prints_a_table_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(
                """
                           predicted
                   actual      0      1      2  recall
                        0      3      1      0   0.750
                        1      1      1      0   0.500
                        2      0      0      0       -
                precision  0.750  0.500      -

                """.ReplaceLineEndings("\n"),
                Example().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(2049)]
    [InlineData(50_000)]
    [InlineData(int.MaxValue)]
    public void Any_number_of_classes_is_counted(int classes)
    {
        var matrix = new ConfusionMatrix(classes);
        int last = classes - 1;
        foreach ((int actual, int predicted) in ((int, int)[])[(last, last), (last, last), (last, 0), (7, last)])
            matrix.Add(actual, predicted);
        Assert.Equal((4, 2, 1), (matrix.Total, matrix[last, last], matrix[7, last]));
        Assert.Equal((2 / 3.0, 2 / 3.0, 0.0), (matrix.Precision(last), matrix.Recall(last), matrix.Recall(7)));
        Assert.Equal(double.NaN, matrix.Recall(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -2]);
        matrix.Add(5, -1);
        Assert.Equal((1, 0.0), (matrix[5, -1], matrix.Recall(5)));
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{classes:N0} classes, 5 samples, 2 predicted right (accuracy 0.400)\nall confusions:\n{"actual",10}{"predicted",12}{"samples",12}\n{7,10}{last,12}{1,12}\n{last,10}{0,12}{1,12}\n1 sample is of no class: its outputs are NaN.\n"),
            matrix.ToString());
    }

    [Fact]
    public void No_class_is_invented()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
        Assert.Equal("predicted", Assert.Throws<ArgumentOutOfRangeException>(() => Example()[0, 3]).ParamName);
        Assert.Equal("actual", Assert.Throws<ArgumentOutOfRangeException>(() => Example().Add(-1, 0)).ParamName);
    }

    [Fact]
    public void Ten_classes_fit_a_console()
    {
        var matrix = new ConfusionMatrix(10);
        for (int i = 0; i < 1000; i++)
            matrix.Add(i % 10, i % 97 == 0 ? 3 : i % 10);
        string[] lines = matrix.ToString().Split('\n');
        Assert.Equal(
            [
                "           predicted",
                "   actual     0     1     2     3     4     5     6     7     8     9  recall",
                "        0    98     0     0     2     0     0     0     0     0     0   0.980",
            ],
            lines[..3]);
        Assert.Equal("precision 1.000 1.000 1.000 0.909 1.000 1.000 1.000 1.000 1.000 1.000", lines[^2]);
        Assert.Equal(14, lines.Length);
    }

    [Fact]
    public void Columns_that_do_not_fit_follow_below()
    {
        var matrix = new ConfusionMatrix(25);
        for (int i = 0; i < 25; i++)
            matrix.Add(i, i);
        string[] parts = matrix.ToString().Split("\n\n");
        Assert.Equal(3, parts.Length);
        Assert.All(parts, part => Assert.Equal(28, part.TrimEnd('\n').Split('\n').Length));
        Assert.Equal("   actual     0     1     2     3     4     5     6     7     8", parts[0].Split('\n')[1]);
        Assert.Equal("   actual    18    19    20    21    22    23    24  recall", parts[2].Split('\n')[1]);
        Assert.EndsWith("       24     0     0     0     0     0     0     1   1.000\nprecision 1.000 1.000 1.000 1.000 1.000 1.000 1.000\n", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_classes_the_most_frequent_confusions_are_told()
    {
        var matrix = new ConfusionMatrix(1000);
        for (int i = 0; i < 1000; i++)
            matrix.Add(i, i);
        Assert.Equal("1,000 classes, 1,000 samples, 1,000 predicted right (accuracy 1.000)\n", matrix.ToString());
        for (int i = 0; i < 5; i++)
            matrix.Add(7, 999);
        matrix.Add(3, 4);
        Assert.Equal(
            """
            1,000 classes, 1,006 samples, 1,000 predicted right (accuracy 0.994)
            all confusions:
                actual   predicted     samples
                     7         999           5
                     3           4           1

            """.ReplaceLineEndings("\n"),
            matrix.ToString());
        for (int i = 0; i < 100; i++)
            matrix.Add(i, i + 1);
        string[] lines = matrix.ToString().Split('\n');
        Assert.Equal("the 20 most frequent of 101 confusions:", lines[1]);
        Assert.Equal("         3           4           2", lines[4]);
        Assert.Equal(3 + 20 + 1, lines.Length);
        Assert.StartsWith("50 classes, 1 sample, 1 predicted right", One(50).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 9), InlineData(9, 20_000), InlineData(10, 99_999), InlineData(10, 1_000_000), InlineData(11, 1), InlineData(40, 1_000_000), InlineData(41, 1), InlineData(1024, 3)]
    public void No_line_is_longer_than_a_console(int classes, int count)
    {
        var matrix = new ConfusionMatrix(classes);
        for (int i = 0; i < count; i++)
            matrix.Add(classes - 1, 0);
        matrix.Add(0, 0);
        string[] lines = matrix.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 79));
        Assert.Contains(lines, line => line.Contains((classes == 1 ? count + 1 : count).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static ConfusionMatrix One(int classes)
    {
        var matrix = new ConfusionMatrix(classes);
        matrix.Add(0, 0);
        return matrix;
    }

    private static ConfusionMatrix Example()
    {
        var matrix = new ConfusionMatrix(3);
        foreach ((int actual, int predicted) in ((int, int)[])[(0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (1, 1)])
            matrix.Add(actual, predicted);
        return matrix;
    }
}
