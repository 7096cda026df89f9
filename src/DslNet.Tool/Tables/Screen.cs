using Spectre.Console;

namespace DslNet.Tool.Tables;

/// <summary>Tables on the screen; in a file or a pipe no line is wrapped.</summary>
internal static class Screen
{
    private const int Unlimited = 1000;

    public static Table NewTable(params (string Title, bool IsFigure)[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((string title, bool isFigure) in columns)
        {
            var column = new TableColumn(Markup.Escape(title)) { NoWrap = true };
            table.AddColumn(isFigure ? column.RightAligned() : column);
        }

        return table;
    }

    public static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    public static string Figure(long count) => count == 0 ? "" : count.ToString("N0");

    public static void Write(Table table)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = Unlimited;
        AnsiConsole.Write(table);
    }
}
