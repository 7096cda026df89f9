using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>The sine and the cosine of a number that comes round again.</summary>
/// <param name="Column">The column.</param>
/// <param name="Input">The name of the network's input, if the recipe says it.</param>
/// <param name="Period">After how much the number begins anew.</param>
internal sealed record FittedCyclic(string Column, string? Input, double Period) : ValueEncoder(Column, Input)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int Width => 2;

    /// <inheritdoc/>
    public override void Encode(TableColumn column, int row, Span<float> values)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * Required(column, row) / Period);
        (values[0], values[1]) = (FloatRange.Check(sine, column, row), FloatRange.Check(cosine, column, row));
    }

    /// <inheritdoc/>
    public override string? Problem() => double.IsFinite(Period) && Period > 0 ? null : $"has the period {CellText.Of(Period)}";
}
