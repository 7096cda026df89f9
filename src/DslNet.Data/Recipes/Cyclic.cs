namespace DslNet.Data;

/// <summary>Two values of a number that comes round again, its sine and its cosine, so that December is beside January.</summary>
/// <param name="period">After how much the number begins anew: 12 of months, 24 of hours.</param>
/// <param name="columns">Columns of numbers.</param>
/// <example><code>new Cyclic(12, "sold.month")</code></example>
public sealed class Cyclic(double period, params ReadOnlySpan<string> columns) : InputStep(columns)
{
    /// <summary>After how much the number begins anew.</summary>
    public double Period { get; } = period > 0 && double.IsFinite(period) ? period : throw new ArgumentOutOfRangeException(nameof(period), period, "A period is more than 0, such as 12 of months.");

    internal override IEnumerable<FittedStep> Fit(Table table) => Columns.Select(name => new FittedCyclic(table[name].Name, Input, Period));
}
