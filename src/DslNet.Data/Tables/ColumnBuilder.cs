namespace DslNet.Data;

/// <summary>
/// Collects the cells of a column. They are numbers as long as all are, which need no memory for their texts; and texts from the first on that is none.
/// </summary>
internal sealed class ColumnBuilder(string name, HashSet<string> missing)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _missing = missing.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string> _categories = [];
    private readonly List<double> _numbers = [];
    private readonly List<string?> _texts = [];
    private bool _isOfNumbers = true, _hasTexts;

    /// <summary>Adds the cell of the next row.</summary>
    public void Add(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || _missing.Contains(cell))
        {
            if (_isOfNumbers)
                _numbers.Add(double.NaN);
            if (_hasTexts)
                _texts.Add(null);
            return;
        }

        if (_isOfNumbers && CellText.TryNumber(cell, out double number))
        {
            bool isUsual = IsUsual(cell, number);
            if (!isUsual && !_hasTexts)
                BeginTexts();
            _numbers.Add(number);
            if (_hasTexts)
                _texts.Add(isUsual ? null : Pooled(cell));
            return;
        }

        if (_isOfNumbers)
            EndNumbers();
        _texts.Add(Pooled(cell));
    }

    /// <summary>The column, of the type that was declared, or of that which its cells have.</summary>
    public TableColumn Build(RowOrigin origin, int position, ColumnType? declared)
    {
        bool isEmpty = _isOfNumbers && _numbers.TrueForAll(double.IsNaN);
        if (declared is null && _isOfNumbers && !isEmpty || declared == ColumnType.Number && _isOfNumbers)
            return TableColumn.OfNumbers(name, origin, [.. _numbers], _hasTexts ? [.. _texts] : null, position);
        if (_isOfNumbers)
            EndNumbers();
        TableColumn texts = TableColumn.OfCategories(name, origin, [.. _texts], position);
        if (declared == ColumnType.Number)
            return TableColumn.OfNumbers(name, origin, [.. Enumerable.Range(0, texts.Count).Select(texts.Number)], [.. _texts], position);
        bool isOfDates = declared == ColumnType.Date || declared is null && !isEmpty && _texts.TrueForAll(text => text is null || CellText.TryDate(text, out _));
        return isOfDates ? TableColumn.OfDates(name, origin, [.. Enumerable.Range(0, texts.Count).Select(texts.Date)], [.. _texts], position) : texts;
    }

    /// <summary>Whether the number alone says how it is written.</summary>
    private static bool IsUsual(ReadOnlySpan<char> cell, double number)
    {
        Span<char> written = stackalloc char[32];
        return number.TryFormat(written, out int length, "R", System.Globalization.CultureInfo.InvariantCulture) && cell.SequenceEqual(written[..length]);
    }

    private void BeginTexts()
    {
        _hasTexts = true;
        _texts.AddRange(Enumerable.Repeat<string?>(null, _numbers.Count));
    }

    private void EndNumbers()
    {
        if (!_hasTexts)
            BeginTexts();
        for (int i = 0; i < _numbers.Count; i++)
            _texts[i] ??= double.IsNaN(_numbers[i]) ? null : Pooled(CellText.Of(_numbers[i]));
        _isOfNumbers = false;
        _numbers.Clear();
    }

    /// <summary>One string for all cells of a category.</summary>
    private string Pooled(ReadOnlySpan<char> cell)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _categories.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(cell, out string? text))
            return text;
        lookup.Add(cell);
        lookup.TryGetValue(cell, out text);
        return text!;
    }
}
