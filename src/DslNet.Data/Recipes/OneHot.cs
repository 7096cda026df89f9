namespace DslNet.Data;

/// <summary>A value for each category of the training part, 1 of that which the row has and else 0. A category that is unknown or missing is all zeros.</summary>
/// <param name="columns">Columns of categories.</param>
/// <example><code>new OneHot("fuel")</code></example>
public sealed class OneHot(params ReadOnlySpan<string> columns) : CategoryStep(columns)
{
    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name =>
    {
        bool byNumber = table[name].Type == ColumnType.Number;
        return new FittedOneHot(name, Input, Categories.Of([table[name]], byNumber, MinimumCount), byNumber, Unknown);
    });
}
