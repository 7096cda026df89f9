namespace DslNet.Data;

/// <summary>What is learned of the numbers of a column; missing ones are left out.</summary>
internal static class NumberStatistics
{
    /// <summary>The numbers that are there.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static double[] Present(TableColumn column, string step)
    {
        double[] numbers = [.. Enumerable.Range(0, column.Count).Select(column.Number).Where(number => !double.IsNaN(number))];
        return numbers.Length > 0 ? numbers : throw new InvalidDataException(
            $"All {Counted.Text(column.Count, "cell")} of the column {column.Name} are missing, so {step} has nothing to learn from. Leave the column out of the recipe, or give it cells.");
    }

    /// <summary>The numbers that are there, none of them beyond the range of float: sums of their squares are finite.</summary>
    /// <exception cref="InvalidDataException">There is none, or one is beyond.</exception>
    public static double[] InRange(TableColumn column, string step)
    {
        double[] numbers = Present(column, step);
        for (int row = 0; row < column.Count; row++)
        {
            if (!column.IsMissing(row))
                FloatRange.Check(column.Number(row), column, row);
        }

        return numbers;
    }

    /// <summary>The mean, and the standard deviation of all that there are (with n, not n − 1, as scikit-learn's StandardScaler); a deviation of 0 is taken for 1.</summary>
    public static (double Mean, double Deviation) MeanAndDeviation(double[] numbers)
    {
        double mean = numbers.Average();
        double deviation = Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));

        // Of equal numbers the mean is rounded: what is left of a deviation is no spread.
        return (mean, deviation > 1e-12 * Math.Abs(mean) ? deviation : 1);
    }

    /// <summary>The number in the middle, or the mean of the two there.</summary>
    public static double Median(double[] numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
