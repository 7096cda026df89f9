namespace DslNet.Data;

/// <summary>The categories of columns.</summary>
internal static class Categories
{
    /// <summary>Those that occur often enough, numbers in their order and texts in that of their characters.</summary>
    public static string[] Of(IEnumerable<TableColumn> columns, bool byNumber, int minimumCount)
    {
        Dictionary<string, int> counts = [];
        foreach (TableColumn column in columns)
        {
            for (int row = 0; row < column.Count; row++)
            {
                if (Of(column, row, byNumber) is { } category)
                    counts[category] = counts.GetValueOrDefault(category) + 1;
            }
        }

        IEnumerable<string> usual = counts.Where(pair => pair.Value >= minimumCount).Select(pair => pair.Key);
        return byNumber ? [.. usual.OrderBy(text => CellText.TryNumber(text, out double number) ? number : 0)] : [.. usual.Order(StringComparer.Ordinal)];
    }

    /// <summary>The category of a cell; null if it is missing. Where all that was learned from were numbers, 4 and 4.0 are the same.</summary>
    public static string? Of(TableColumn column, int row, bool byNumber) =>
        column.Text(row) is { } text ? byNumber && CellText.TryNumber(text, out double number) ? CellText.Of(number) : text : null;

    /// <summary>The text that occurs most often; of several the first in the order of characters.</summary>
    public static string MostFrequent(TableColumn column) => Enumerable.Range(0, column.Count)
        .Select(column.Text).OfType<string>().GroupBy(text => text).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        ?? throw new InvalidDataException($"All {Counted.Text(column.Count, "cell")} of the column {column.Name} are missing, so Impute has nothing to learn from. Give it a Value, or leave the column out of the recipe.");

    /// <summary>The numbers of categories. Categories that <see cref="Problem"/> refuses have numbers too, so that it can be asked.</summary>
    public static Dictionary<string, int> Numbered(string[] categories)
    {
        Dictionary<string, int> numbers = [];
        for (int i = 0; i < categories.Length; i++)
            numbers.TryAdd(categories[i] ?? "", i);
        return numbers;
    }

    /// <summary>What is wrong with categories; null if nothing is.</summary>
    public static string? Problem(string[] categories) =>
        Array.Exists(categories, string.IsNullOrEmpty) ? "has a category without a text"
        : categories.GroupBy(text => text).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"has \"{twice.Key}\" more than once"
        : null;
}
