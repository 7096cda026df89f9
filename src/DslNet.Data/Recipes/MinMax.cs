namespace DslNet.Data;

/// <summary>Numbers so that the least of the training part is <see cref="Low"/> and the largest <see cref="High"/>, as scikit-learn's MinMaxScaler. Later numbers may be beyond: put a <see cref="Clip"/> before it if they must not.</summary>
/// <param name="columns">Columns of numbers.</param>
/// <example><code>new MinMax("age") { Low = -1 }</code></example>
public sealed class MinMax(params ReadOnlySpan<string> columns) : InputStep(columns)
{
    /// <summary>What the least number becomes.</summary>
    public double Low { get; init; }

    /// <summary>What the largest number becomes.</summary>
    public double High { get; init; } = 1;

    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name =>
    {
        double[] numbers = NumberStatistics.InRange(table[name], nameof(MinMax));
        double least = numbers.Min(), largest = numbers.Max();
        return new FittedScale(name, Input, least, largest > least ? largest - least : 1, High - Low, Low);
    });
}
