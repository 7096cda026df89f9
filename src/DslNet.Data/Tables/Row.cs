using System.Collections;

namespace DslNet.Data;

/// <summary>One row: cells by the names of their columns.</summary>
/// <example><code>new Row { ["make"] = "Volvo", ["age"] = 3.5, ["sold"] = new DateTime(2026, 3, 31), ["km"] = Cell.Missing }</code></example>
public sealed class Row : IEnumerable<KeyValuePair<string, Cell>>
{
    private readonly Dictionary<string, Cell> _cells = [];

    /// <summary>The cell of a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell.</exception>
    public Cell this[string column]
    {
        get => _cells[column];
        set => _cells[column] = value;
    }

    /// <summary>The cells, in the order in which they were set.</summary>
    public IEnumerator<KeyValuePair<string, Cell>> GetEnumerator() => _cells.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table of this row alone.</summary>
    internal Table ToTable()
    {
        RowOrigin origin = RowOrigin.OfRows("The row", 1);
        return new Table(origin, [.. _cells.Select(pair => Cell.ToColumn(pair.Key, origin, [pair.Value]))]);
    }
}
