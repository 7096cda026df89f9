using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>A number minus a value, times a factor, plus another value: standardized, between bounds, or as it is.</summary>
/// <param name="Column">The column.</param>
/// <param name="Input">The name of the network's input, if the recipe says it.</param>
/// <param name="Subtracted">What is subtracted.</param>
/// <param name="Divisor">What is then divided by.</param>
/// <param name="Factor">What is then multiplied by.</param>
/// <param name="Added">What is then added.</param>
internal sealed record FittedScale(string Column, string? Input, double Subtracted, double Divisor, double Factor, double Added) : ValueEncoder(Column, Input)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int Width => 1;

    /// <inheritdoc/>
    public override void Encode(TableColumn column, int row, Span<float> values) =>
        values[0] = FloatRange.Check((Required(column, row) - Subtracted) / Divisor * Factor + Added, column, row);

    /// <inheritdoc/>
    public override string? Problem() => Divisor == 0 ? "divides by 0"
        : !Array.TrueForAll([Subtracted, Divisor, Factor, Added], double.IsFinite) ? "has a number that is not finite" : null;
}
