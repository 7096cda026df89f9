using System.Globalization;
using Xunit;

namespace DslNet.Tests.Training;

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
                actual\predicted      0      1      2  recall
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
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -1]);
        string text = string.Create(CultureInfo.InvariantCulture, $"{classes} classes, 4 samples, 2 right\n{last} taken for {last}: 2\n7 taken for {last}: 1\n{last} taken for 0: 1\n");
        Assert.Equal(text, matrix.ToString());
    }

    [Fact]
    public void No_class_is_invented()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
        Assert.Equal("predicted", Assert.Throws<ArgumentOutOfRangeException>(() => Example()[0, 3]).ParamName);
        Assert.Equal("actual", Assert.Throws<ArgumentOutOfRangeException>(() => Example().Add(-1, 0)).ParamName);
    }

    private static ConfusionMatrix Example()
    {
        var matrix = new ConfusionMatrix(3);
        foreach ((int actual, int predicted) in ((int, int)[])[(0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (1, 1)])
            matrix.Add(actual, predicted);
        return matrix;
    }
}
