namespace DslNet.Data;

/// <summary>Where rows come from, so that a message can name the file and the line.</summary>
/// <param name="Source">The name of the file, or what else the rows are.</param>
/// <param name="Unit">What the numbers count: lines of a file, or rows.</param>
/// <param name="Numbers">The number of each row, counted from 1.</param>
internal sealed record RowOrigin(string Source, string Unit, int[] Numbers)
{
    /// <summary>The origin of rows that come from no file.</summary>
    public static RowOrigin OfRows(string source, int count) => new(source, "row", [.. Enumerable.Range(1, count)]);

    /// <summary>Names a row, such as <c>cars.csv, line 17</c>.</summary>
    public string Of(int row) => FormattableString.Invariant($"{Source}, {Unit} {Numbers[row]}");

    /// <summary>The origin of some of the rows, in an order.</summary>
    public RowOrigin Select(ReadOnlySpan<int> rows) => this with { Numbers = Gathered.Of(Numbers, rows) };
}
