namespace DslNet.Data;

/// <summary>A number to predict, for a regression. <see cref="TableModel{TNetwork}"/> gives predictions in its own unit again.</summary>
/// <param name="column">A column of numbers.</param>
/// <example><code>new TargetNumber("price") { Log = true, Standardize = true }</code></example>
public sealed class TargetNumber(string column) : TargetStep(column)
{
    /// <summary>Whether its logarithm is learned, so that errors are shares of it. All numbers must be more than 0.</summary>
    public bool Log { get; init; }

    /// <summary>Whether what is learned has mean 0 and standard deviation 1. Losses and errors of the network itself are then in these units.</summary>
    public bool Standardize { get; init; }

    internal override IEnumerable<FittedStep> Fit(Table table)
    {
        TableColumn column = table[Columns[0]];
        FittedTargetNumber plain = new(column.Name, Output, Log, 0, 1);
        if (!Standardize)
            return [plain];
        (double mean, double deviation) = NumberStatistics.MeanAndDeviation([.. Enumerable.Range(0, column.Count).Select(row => plain.Learned(column, row))]);
        return [plain with { Mean = mean, Deviation = deviation }];
    }
}
