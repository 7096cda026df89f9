using System.Globalization;

namespace DslNet.Data;

/// <summary>A column of a table: its name, its type, and a cell for each row, which may be missing.</summary>
public sealed class TableColumn
{
    private readonly RowOrigin _origin;
    private readonly int _position;
    private readonly double[]? _numbers;
    private readonly DateTime?[]? _dates;

    // Of a category each text; of numbers and dates those texts of a file that are not how the value is written here, such as 007, and else null.
    private readonly string?[]? _texts;

    private TableColumn(string name, ColumnType type, RowOrigin origin, int position, double[]? numbers, DateTime?[]? dates, string?[]? texts)
    {
        (Name, Type, _origin, _position, _numbers, _dates, _texts) = (name, type, origin, position, numbers, dates, texts);
        Count = origin.Numbers.Length;
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>What its cells are.</summary>
    public ColumnType Type { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>A column of numbers; NaN is missing.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="origin">Where the rows come from.</param>
    /// <param name="numbers">A number for each row.</param>
    /// <param name="texts">How numbers are written that are not written as .NET does; null if all are.</param>
    /// <param name="position">The number of the column in its file, counted from 1; 0 if there is none.</param>
    internal static TableColumn OfNumbers(string name, RowOrigin origin, double[] numbers, string?[]? texts = null, int position = 0) =>
        new(name, ColumnType.Number, origin, position, numbers, null, texts);

    /// <summary>A column of dates; null is missing.</summary>
    internal static TableColumn OfDates(string name, RowOrigin origin, DateTime?[] dates, string?[]? texts = null, int position = 0) =>
        new(name, ColumnType.Date, origin, position, null, dates, texts);

    /// <summary>A column of categories; null is missing.</summary>
    internal static TableColumn OfCategories(string name, RowOrigin origin, string?[] texts, int position = 0) =>
        new(name, ColumnType.Category, origin, position, null, null, texts);

    /// <summary>Whether the cell of a row is missing.</summary>
    /// <param name="row">The row, counted from zero.</param>
    public bool IsMissing(int row) => _numbers is not null ? double.IsNaN(_numbers[row]) : _dates is not null ? _dates[row] is null : _texts![row] is null;

    /// <summary>The text of a cell as it was in the file, or as .NET writes its value; null if it is missing. Categories are compared by it.</summary>
    /// <param name="row">The row, counted from zero.</param>
    public string? Text(int row) =>
        IsMissing(row) ? null
        : _texts?[row] is { } text ? text
        : _numbers is not null ? CellText.Of(_numbers[row])
        : CellText.Of(_dates![row]!.Value);

    /// <summary>The number in a cell; NaN if it is missing.</summary>
    /// <param name="row">The row, counted from zero.</param>
    /// <exception cref="InvalidDataException">The cell is no number; the message names the file, the line and the column.</exception>
    public double Number(int row)
    {
        if (_numbers is not null)
            return _numbers[row];
        if (IsMissing(row))
            return double.NaN;
        return CellText.TryNumber(Text(row), out double number) ? number : throw Wrong(row, "is no number", "Correct it, or leave the cell empty if it is missing.");
    }

    /// <summary>The date in a cell; null if it is missing.</summary>
    /// <param name="row">The row, counted from zero.</param>
    /// <exception cref="InvalidDataException">The cell is no date; the message names the file, the line and the column.</exception>
    public DateTime? Date(int row)
    {
        if (_dates is not null)
            return _dates[row];
        if (IsMissing(row))
            return null;
        return CellText.TryDate(Text(row), out DateTime date) ? date : throw Wrong(row, "is no date", "Write it as 2026-03-31 or 2026-03-31T18:30:00, or leave the cell empty if it is missing.");
    }

    /// <summary>The name, the type, and how many cells are missing.</summary>
    public override string ToString()
    {
        int missing = Enumerable.Range(0, Count).Count(IsMissing);
        return $"{Name} ({Type}{(missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {missing} missing"))})";
    }

    /// <summary>The cells of some rows, in an order.</summary>
    internal TableColumn Select(RowOrigin origin, ReadOnlySpan<int> rows) => new(
        Name, Type, origin, _position,
        _numbers is null ? null : Gathered.Of(_numbers, rows),
        _dates is null ? null : Gathered.Of(_dates, rows),
        _texts is null ? null : Gathered.Of(_texts, rows));

    /// <summary>A column of the same rows with other numbers.</summary>
    internal TableColumn WithNumbers(string name, double[] numbers) => new(name, ColumnType.Number, _origin, name == Name ? _position : 0, numbers, null, null);

    /// <summary>A column of the same rows with other texts.</summary>
    internal TableColumn WithTexts(string?[] texts) => new(Name, ColumnType.Category, _origin, _position, null, null, texts);

    /// <summary>An exception about a cell.</summary>
    /// <param name="row">The row, counted from zero.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="remedy">What to do.</param>
    internal InvalidDataException Wrong(int row, string what, string remedy) => new($"{Place(row)}: {(Text(row) is { } text ? $"\"{text}\"" : "the cell")} {what}. {remedy}");

    /// <summary>Where a cell is.</summary>
    private string Place(int row) => _position == 0 ? $"{_origin.Of(row)}, column {Name}" : string.Create(CultureInfo.InvariantCulture, $"{_origin.Of(row)}, column {_position} ({Name})");
}
