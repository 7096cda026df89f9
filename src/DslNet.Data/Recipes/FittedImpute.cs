using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>What replaces missing cells: a number, or a text.</summary>
/// <param name="Column">The column.</param>
/// <param name="Number">The number; null of categories.</param>
/// <param name="Text">The text; null of numbers.</param>
/// <param name="Indicator">Whether another column says where cells were missing.</param>
internal sealed record FittedImpute(string Column, double? Number, string? Text, bool Indicator) : FittedStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => [Column];

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Makes => Indicator ? [IndicatorName] : [];

    private string IndicatorName => Column + ".missing";

    /// <inheritdoc/>
    public override string? Problem() => (Number is null) == (Text is null) ? "needs either a number or a text"
        : Number is { } number && !double.IsFinite(number) ? $"has the number {CellText.Of(number)}" : null;

    /// <inheritdoc/>
    public override Table Transform(Table table)
    {
        TableColumn column = table[Column];
        IEnumerable<int> rows = Enumerable.Range(0, column.Count);
        if (Indicator)
            table = table.With(column.WithNumbers(IndicatorName, [.. rows.Select(row => column.IsMissing(row) ? 1.0 : 0)]));
        return table.With(Number is { } number
            ? column.WithNumbers(Column, [.. rows.Select(row => column.IsMissing(row) ? number : column.Number(row))])
            : column.WithTexts([.. rows.Select(row => column.Text(row) ?? Text)]));
    }
}
