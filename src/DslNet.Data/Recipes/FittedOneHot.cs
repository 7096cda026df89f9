using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>A value for each category.</summary>
/// <param name="Column">The column.</param>
/// <param name="Input">The name of the network's input, if the recipe says it.</param>
/// <param name="Categories">The categories, in the order of the values.</param>
/// <param name="ByNumber">Whether categories are numbers.</param>
/// <param name="Unknown">What becomes of another category.</param>
internal sealed record FittedOneHot(string Column, string? Input, string[] Categories, bool ByNumber, UnknownCategory Unknown) : ValueEncoder(Column, Input)
{
    private readonly Dictionary<string, int> _numbers = Data.Categories.Numbered(Categories);

    /// <inheritdoc/>
    [JsonIgnore]
    public override int Width => Categories.Length;

    /// <inheritdoc/>
    public override string? Problem() => Data.Categories.Problem(Categories) ?? (Enum.IsDefined(Unknown) ? null : "has an Unknown that is none");

    /// <inheritdoc/>
    public override void Encode(TableColumn column, int row, Span<float> values)
    {
        values.Clear();
        if (Data.Categories.Of(column, row, ByNumber) is { } category && _numbers.TryGetValue(category, out int number))
            values[number] = 1;
        else if (Unknown == UnknownCategory.Refuse)
            throw column.Wrong(row, "is none of the categories of the training part", "Correct it, or let OneHot have Unknown = UnknownCategory.Allow.");
    }
}
