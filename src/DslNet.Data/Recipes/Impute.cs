namespace DslNet.Data;

/// <summary>Replaces missing cells by what is usual in the training part, or by a value.</summary>
/// <param name="columns">Columns of numbers or categories, not of dates, which steps behind see without missing cells.</param>
/// <example><code>new Impute("power") { By = ImputeBy.Mean, Indicator = true }</code></example>
public sealed class Impute(params ReadOnlySpan<string> columns) : RecipeStep(columns)
{
    /// <summary>What replaces a missing cell, unless there is a <see cref="Value"/>.</summary>
    public ImputeBy By { get; init; }

    /// <summary>A number or a text that replaces a missing cell, whatever is usual.</summary>
    public Cell Value { get; init; }

    /// <summary>Whether there is another column behind, NAME.missing, that is 1 where the cell was missing and else 0.</summary>
    public bool Indicator { get; init; }

    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name => Fit(table[name]));

    private FittedImpute Fit(TableColumn column)
    {
        if (column.Type == ColumnType.Date)
            throw new ArgumentException($"Impute replaces numbers and categories, but the column {column.Name} is of dates. Make numbers of them first, and impute those: new DateParts(\"{column.Name}\", DatePart.Month), new Impute(\"{column.Name}.month\").");
        if (!Value.IsMissing)
            return column.Type == ColumnType.Category ? new(column.Name, null, Value.ToString(), Indicator) : new(column.Name, Number(column.Name, Value), null, Indicator);
        if (column.Type == ColumnType.Category)
        {
            if (By is ImputeBy.Mean or ImputeBy.Median)
                NumberStatistics.Present(column, nameof(Impute));
            return new(column.Name, null, Categories.MostFrequent(column), Indicator);
        }

        double[] numbers = NumberStatistics.Present(column, nameof(Impute));
        return new(column.Name, By switch
        {
            ImputeBy.Mean => NumberStatistics.InRange(column, nameof(Impute)).Average(),
            ImputeBy.MostFrequent => numbers.GroupBy(number => number).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key,
            _ => NumberStatistics.Median(numbers),
        }, null, Indicator);
    }

    private static double Number(string column, Cell value) => CellText.TryNumber(value.ToString(), out double number) ? number : throw new ArgumentException(
        $"Impute replaces missing cells of {column} by \"{value}\", but the column is of numbers. Give a number.");
}
