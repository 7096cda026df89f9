namespace Lecture;

/// <summary>Blocks of text, which are lines with line feeds between.</summary>
internal static class Blocks
{
    private const string Gap = "     ";

    /// <summary>The lines of blocks that stand side by side.</summary>
    public static IReadOnlyList<string> Beside(params ReadOnlySpan<string> blocks)
    {
        string[][] columns = new string[blocks.Length][];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = blocks[i].Split('\n');

        string[] lines = new string[columns.Max(column => column.Length)];
        for (int row = 0; row < lines.Length; row++)
            lines[row] = string.Join(Gap, columns.Select(column => Line(column, row).PadRight(column.Max(line => line.Length)))).TrimEnd();
        return lines;
    }

    /// <summary>How many of the first blocks fit beside each other; one at least.</summary>
    public static int CountThatFit(ReadOnlySpan<string> blocks, int width)
    {
        int count = 0;
        for (int used = 0; count < blocks.Length; count++)
        {
            used += (count > 0 ? Gap.Length : 0) + blocks[count].Split('\n').Max(line => line.Length);
            if (used > width && count > 0)
                break;
        }

        return count;
    }

    private static string Line(string[] column, int row) => row < column.Length ? column[row] : "";
}
