using System.Collections.Immutable;
using nietras.SeparatedValues;

namespace DslNet.Data;

/// <summary>Reads tables from CSV.</summary>
internal static class CsvTable
{
    /// <summary>A quoted cell keeps its separators and line ends, without the quotes; a row with too many or too few cells is reported here, with its line.</summary>
    public static Table Read(TextReader text, string source, CsvOptions options)
    {
        List<int> lines = [];
        QuoteReader quotes = new(text);
        try
        {
            Table table = Parse(quotes, source, options, lines);
            return quotes.OpenLine is { } line ? throw Unclosed(line, source) : table;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidDataException)
        {
            // An open quote is the cause of what else seems wrong: cells that are missing, or a cell that the parser has no room for.
            quotes.Finish();
            if (quotes.OpenLine is { } line)
                throw Unclosed(line, source, exception);
            if (exception is NotSupportedException)
                throw new InvalidDataException($"{source} has a row behind line {lines.LastOrDefault(1)} that is too long to read. Shorten its cells, or look for a quote that should not be there. ({exception.Message})", exception);
            throw;
        }
    }

    private static InvalidDataException Unclosed(int line, string source, Exception? inner = null) => new(FormattableString.Invariant(
        $"{source}, line {line}: a quote begins here that does not end. Close it, or write a quote that is part of a cell twice, in a cell in quotes."), inner);

    private static Table Parse(TextReader text, string source, CsvOptions options, List<int> lines)
    {
        SepReaderOptions csv = new(options.Separator is { } separator ? new Sep(separator) : null) { Unescape = true, DisableColCountCheck = true, HasHeader = false };
        using SepReader reader = csv.From(text);
        HashSet<string> missing = [.. options.Missing];
        List<string> names = [];
        ColumnBuilder[]? columns = null;
        foreach (SepReader.Row row in reader)
        {
            if (columns is null)
            {
                // The names are a row here, so that two alike are reported as all else is. A text, unlike a file, still has its byte order mark.
                for (int i = 0; i < row.ColCount; i++)
                    names.Add(row[i].ToString().Trim().TrimStart('\uFEFF'));
                CheckNames(names, source, options);
                columns = [.. names.Select(name => new ColumnBuilder(name, missing))];
                continue;
            }

            // An empty line, such as the last one of many files, is no row. In quotes it is one, of a missing cell.
            if (row.Span.IsWhiteSpace() && row.ColCount == 1)
                continue;
            if (row.ColCount != columns.Length)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{source}, line {row.LineNumberFrom}: the row has {Counted.Text(row.ColCount, "cell")}, but there are {Counted.Text(columns.Length, "column")}. Give each column a cell, and quote cells that have a separator in them."));
            }

            lines.Add(row.LineNumberFrom);
            for (int i = 0; i < columns.Length; i++)
                columns[i].Add(row[i].Span.Trim());
        }

        if (columns is null)
            throw new InvalidDataException($"{source} is empty. Let the names of the columns be its first line.");
        if (lines.Count == 0)
            throw new InvalidDataException($"{source} has no rows. Let the names of the columns be the first line, and the rows follow.");
        RowOrigin origin = new(source, "line", [.. lines]);
        ImmutableArray<TableColumn>.Builder built = ImmutableArray.CreateBuilder<TableColumn>(columns.Length);
        for (int i = 0; i < columns.Length; i++)
            built.Add(columns[i].Build(origin, i + 1, options.Types.TryGetValue(names[i], out ColumnType type) ? type : null));
        return new Table(origin, built.MoveToImmutable());
    }

    private static void CheckNames(List<string> names, string source, CsvOptions options)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0)
                throw new InvalidDataException($"{source}, line 1, column {i + 1} has no name. Give each column a name.");
            if (names.IndexOf(names[i]) is var first && first < i)
                throw new InvalidDataException($"{source}, line 1: columns {first + 1} and {i + 1} are both named {names[i]}. Give each column a name of its own.");
        }

        if (options.Types.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new ArgumentException($"CsvOptions.Types has {unknown}, but {source} has no such column. It has {string.Join(", ", names)}.", nameof(options));
    }
}
