namespace DslNet.Data;

/// <summary>Numbers minus their mean, divided by their standard deviation: (x − mean) / deviation, as scikit-learn's StandardScaler. A column whose numbers are all equal becomes 0.</summary>
/// <param name="columns">Columns of numbers.</param>
/// <example><code>new Standardize("age", "km")</code></example>
public sealed class Standardize(params ReadOnlySpan<string> columns) : InputStep(columns)
{
    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name =>
    {
        (double mean, double deviation) = NumberStatistics.MeanAndDeviation(NumberStatistics.InRange(table[name], nameof(Standardize)));
        return new FittedScale(name, Input, mean, deviation, 1, 0);
    });
}
