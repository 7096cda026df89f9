namespace DslNet.Data;

/// <summary>How a CSV file is written.</summary>
public sealed record CsvOptions
{
    /// <summary>What separates cells; null finds it in the first line, among comma, semicolon, tab and |.</summary>
    public char? Separator { get; init; }

    /// <summary>Texts that stand for a missing cell, besides none at all.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = ["NA", "N/A", "NaN", "nan", "null", "NULL"];

    /// <summary>The types of columns that are not to be found by their cells: that of a postal code, say, which is a category of digits.</summary>
    /// <example><code>new CsvOptions { Types = new Dictionary&lt;string, ColumnType&gt; { ["zip"] = ColumnType.Category } }</code></example>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();
}
