namespace DslNet.Data;

/// <summary>Numbers as they are.</summary>
/// <param name="columns">Columns of numbers.</param>
/// <example><code>new AsIs("isNew")</code></example>
public sealed class AsIs(params ReadOnlySpan<string> columns) : InputStep(columns)
{
    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name => new FittedScale(table[name].Name, Input, 0, 1, 1, 0));
}
