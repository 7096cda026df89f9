namespace DslNet.Data;

/// <summary>The value of one cell: a number, a text, a date, or nothing where it is missing.</summary>
/// <remarks>Numbers, texts and dates become cells by themselves; a text that is a number or a date is taken for one where a recipe wants it.</remarks>
public readonly struct Cell
{
    private readonly double _number;
    private readonly DateTime _date;
    private readonly string? _text;
    private readonly ColumnType? _type;

    private Cell(ColumnType? type, double number, DateTime date, string? text) => (_type, _number, _date, _text) = (type, number, date, text);

    /// <summary>A missing cell.</summary>
    public static Cell Missing => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => _type is null;

    /// <summary>A cell of a number; NaN is missing.</summary>
    public static implicit operator Cell(double number) => double.IsNaN(number) ? default : new(ColumnType.Number, number, default, null);

    /// <summary>A cell of a number, or a missing one.</summary>
    public static implicit operator Cell(double? number) => number is { } value ? value : default(Cell);

    /// <summary>A cell of a text; null and an empty text are missing.</summary>
    public static implicit operator Cell(string? text) => string.IsNullOrWhiteSpace(text) ? default : new(ColumnType.Category, 0, default, text.Trim());

    /// <summary>A cell of a date.</summary>
    public static implicit operator Cell(DateTime date) => new(ColumnType.Date, 0, date, null);

    /// <summary>A cell of a date, or a missing one.</summary>
    public static implicit operator Cell(DateTime? date) => date is { } value ? value : default(Cell);

    /// <summary>The value as text; empty if it is missing.</summary>
    public override string ToString() => _type switch
    {
        ColumnType.Number => CellText.Of(_number),
        ColumnType.Date => CellText.Of(_date),
        _ => _text ?? "",
    };

    /// <summary>A column of cells: of numbers or dates if all are, and else of texts.</summary>
    internal static TableColumn ToColumn(string name, RowOrigin origin, ReadOnlySpan<Cell> cells)
    {
        ColumnType? type = null;
        bool isMixed = false;
        foreach (Cell cell in cells)
        {
            isMixed |= type is not null && cell._type is not null && cell._type != type;
            type ??= cell._type;
        }

        Cell[] copy = cells.ToArray();
        return (isMixed ? ColumnType.Category : type) switch
        {
            ColumnType.Number => TableColumn.OfNumbers(name, origin, [.. copy.Select(cell => cell.IsMissing ? double.NaN : cell._number)]),
            ColumnType.Date => TableColumn.OfDates(name, origin, [.. copy.Select(cell => cell.IsMissing ? (DateTime?)null : cell._date)]),
            _ => TableColumn.OfCategories(name, origin, [.. copy.Select(cell => cell.IsMissing ? null : cell.ToString())]),
        };
    }
}
