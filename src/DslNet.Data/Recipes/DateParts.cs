using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>Numbers of dates, as columns that steps behind read like any other. Of a missing date they are missing.</summary>
/// <param name="column">A column of dates.</param>
/// <param name="parts">The numbers.</param>
/// <example><code>new DateParts("sold", DatePart.Days, DatePart.Month), new Standardize("sold.days"), new Cyclic(12, "sold.month")</code></example>
public sealed class DateParts(string column, params ReadOnlySpan<DatePart> parts) : RecipeStep([column])
{
    /// <summary>The numbers.</summary>
    public ImmutableArray<DatePart> Parts { get; } = parts.IsEmpty ? throw new ArgumentException("DateParts names no part. Name some, such as DatePart.Month.", nameof(parts)) : [.. parts];

    internal override IEnumerable<FittedStep> Fit(Table table) => [new FittedDateParts(table[Columns[0]].Name, [.. Parts])];
}
