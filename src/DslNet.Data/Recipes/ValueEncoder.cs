using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>Makes values of an input of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Input">The name of the network's input, if the recipe says it.</param>
internal abstract record ValueEncoder(string Column, string? Input) : FittedStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => [Column];

    /// <summary>How many values a row has.</summary>
    [JsonIgnore]
    public abstract int Width { get; }

    /// <summary>Writes the values of a row.</summary>
    public abstract void Encode(TableColumn column, int row, Span<float> values);

    /// <summary>The number of a cell, which must be there.</summary>
    private protected static double Required(TableColumn column, int row)
    {
        double number = column.Number(row);
        return double.IsNaN(number) ? throw column.Wrong(row, "is missing", $"Add new Impute(\"{column.Name}\") to the recipe before the step that reads it, or leave the row out.") : number;
    }
}
