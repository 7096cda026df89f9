using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>Numbers between bounds.</summary>
/// <param name="Column">The column.</param>
/// <param name="Least">The lower bound.</param>
/// <param name="Largest">The upper bound.</param>
internal sealed record FittedClip(string Column, double Least, double Largest) : FittedStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => [Column];

    /// <inheritdoc/>
    public override string? Problem() => Least <= Largest && double.IsFinite(Least) && double.IsFinite(Largest) ? null : $"has the bounds {CellText.Of(Least)} and {CellText.Of(Largest)}";

    /// <inheritdoc/>
    public override Table Transform(Table table)
    {
        // NaN, which is missing, passes through.
        TableColumn column = table[Column];
        return table.With(column.WithNumbers(Column, [.. Enumerable.Range(0, column.Count).Select(row => Math.Clamp(column.Number(row), Least, Largest))]));
    }
}
