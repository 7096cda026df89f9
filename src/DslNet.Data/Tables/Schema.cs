using System.Collections;
using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>Says what of an object is in which column of a table. No reflection: it works in programs that are trimmed or compiled ahead of time.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
/// <example><code>
/// static readonly Schema&lt;Car&gt; Schema = new()
/// {
///     { "make", car =&gt; car.Make },
///     { "age", car =&gt; car.Age },
/// };
/// </code></example>
public sealed class Schema<T> : IEnumerable<string>
{
    private readonly List<(string Column, Func<T, Cell> Cell)> _columns = [];

    /// <summary>Adds a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="cell">What an object has there: a number, a text or a date; null, or NaN, is missing.</param>
    public void Add(string column, Func<T, Cell> cell)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentNullException.ThrowIfNull(cell);
        if (_columns.Exists(other => other.Column == column))
            throw new ArgumentException($"The schema has {column} already. Give each column a name of its own.", nameof(column));
        _columns.Add((column, cell));
    }

    /// <summary>The names of the columns.</summary>
    public IEnumerator<string> GetEnumerator() => _columns.Select(column => column.Column).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table of objects.</summary>
    internal Table ToTable(T[] rows)
    {
        RowOrigin origin = RowOrigin.OfRows(typeof(T).Name, rows.Length);
        ImmutableArray<TableColumn>.Builder columns = ImmutableArray.CreateBuilder<TableColumn>(_columns.Count);
        foreach ((string name, Func<T, Cell> cell) in _columns)
            columns.Add(Cell.ToColumn(name, origin, [.. rows.Select(cell)]));
        return new Table(origin, columns.MoveToImmutable());
    }
}
