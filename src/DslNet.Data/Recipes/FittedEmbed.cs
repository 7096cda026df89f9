using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>A token for each of some columns.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Input">The name of the network's input, if the recipe says it.</param>
/// <param name="Categories">The categories: the first has token 1.</param>
/// <param name="ByNumber">Whether categories are numbers.</param>
/// <param name="Unknown">What becomes of another category.</param>
internal sealed record FittedEmbed(string[] Columns, string? Input, string[] Categories, bool ByNumber, UnknownCategory Unknown) : FittedStep
{
    private readonly Dictionary<string, int> _numbers = Data.Categories.Numbered(Categories);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => Columns;

    /// <summary>How many different tokens there are, that of the unknown among them.</summary>
    [JsonIgnore]
    public int Vocabulary => Categories.Length + 1;

    /// <inheritdoc/>
    public override string? Problem() => Data.Categories.Problem(Categories) ?? (Enum.IsDefined(Unknown) ? null : "has an Unknown that is none");

    /// <summary>The token of a cell.</summary>
    public int Encode(TableColumn column, int row)
    {
        if (Data.Categories.Of(column, row, ByNumber) is { } category && _numbers.TryGetValue(category, out int number))
            return number + 1;
        return Unknown == UnknownCategory.Allow ? 0 : throw column.Wrong(row, "is none of the categories of the training part", "Correct it, or let Embed have Unknown = UnknownCategory.Allow.");
    }
}
