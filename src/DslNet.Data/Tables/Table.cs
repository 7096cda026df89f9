using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>Rows with a cell in each of some named columns, as they are in a CSV file: raw, before a <see cref="Recipe"/> makes inputs of them.</summary>
/// <remarks>A table does not change. What makes another one, such as a split, copies the rows that it takes.</remarks>
/// <example><code>
/// Table cars = Table.ReadCsv("cars.csv");
/// (Table train, Table test) = cars.Split(0.8, seed: 1);
/// </code></example>
public sealed partial class Table
{
    private readonly RowOrigin _origin;
    private readonly Dictionary<string, TableColumn> _byName;

    internal Table(RowOrigin origin, ImmutableArray<TableColumn> columns)
    {
        (_origin, Columns, RowCount) = (origin, columns, origin.Numbers.Length);
        _byName = columns.ToDictionary(column => column.Name);
    }

    /// <summary>The columns, in the order of the file.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>The column with a name.</summary>
    /// <param name="column">The name, in the letters of the file.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableColumn this[string column] => Find(column) ?? throw new ArgumentException(
        $"{_origin.Source} has no column {column}. {(Columns.FirstOrDefault(other => string.Equals(other.Name, column, StringComparison.OrdinalIgnoreCase)) is { } meant ? $"Write {meant.Name}." : $"It has {string.Join(", ", Columns.Select(other => other.Name))}.")}", nameof(column));

    /// <summary>Reads a CSV file, whose first line has the names of the columns.</summary>
    /// <remarks>
    /// A column of numbers alone is one of numbers, a column of dates as ISO 8601 has them alone is one of dates, any other one of categories; a missing cell is of any type. <see cref="CsvOptions.Types"/> says otherwise,
    /// and then each cell that is of another type is reported with its line and its column. The file is read as a stream, a row at a time; the table is in memory.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">How the file is written, if it is unusual.</param>
    /// <exception cref="InvalidDataException">A row does not parse; the message names the file, the line and the column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Table ReadCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using StreamReader reader = new(path);
        return CsvTable.Read(reader, path, options ?? new());
    }

    /// <summary>Reads the text of a CSV file, as <see cref="ReadCsv(string, CsvOptions?)"/> does.</summary>
    /// <param name="reader">The text, which is read to its end.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="options">How the text is written, if it is unusual.</param>
    /// <exception cref="InvalidDataException">A row does not parse; the message names the source, the line and the column.</exception>
    public static Table ReadCsv(TextReader reader, string source = "The text", CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return CsvTable.Read(reader, source, options ?? new());
    }

    /// <summary>Makes a table of objects, by a schema that says what is in which column.</summary>
    /// <typeparam name="T">The class of the objects.</typeparam>
    /// <param name="rows">The objects, one a row.</param>
    /// <param name="schema">What is in which column.</param>
    public static Table From<T>(IEnumerable<T> rows, Schema<T> schema)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(schema);
        return schema.ToTable([.. rows]);
    }

    /// <summary>The rows with these numbers, in this order.</summary>
    /// <param name="rows">Numbers of rows, counted from zero.</param>
    public Table Select(params ReadOnlySpan<int> rows)
    {
        RowOrigin origin = _origin.Select(rows);
        ImmutableArray<TableColumn>.Builder columns = ImmutableArray.CreateBuilder<TableColumn>(Columns.Length);
        foreach (TableColumn column in Columns)
            columns.Add(column.Select(origin, rows));
        return new Table(origin, columns.MoveToImmutable());
    }

    /// <summary>How many rows there are, and of which columns.</summary>
    public override string ToString() => $"{Counted.Text(RowCount, "row")} of {string.Join(", ", Columns)}";

    /// <summary>The column with a name; null if there is none.</summary>
    internal TableColumn? Find(string column) => _byName.GetValueOrDefault(column);

    /// <summary>The same rows with a column more, or another in place of that with its name.</summary>
    internal Table With(TableColumn column) => new(_origin, Find(column.Name) is { } old ? Columns.Replace(old, column) : Columns.Add(column));
}
